import type { Words } from '../words';

export const product: Words['product'] = {
  stock: { none: 'Hết hàng', few: 'Chỉ còn {count} chiếc', plenty: 'Còn hàng' },
  price: { offer: 'Giá ưu đãi', usual: 'Giá thường', from: 'từ {price}' },
  versions: '{count} phiên bản',
  trail: 'Bạn đang ở đây',
  home: 'Trang chủ',
  soldOutVersion: 'hết hàng',
  pictures: 'Hình ảnh {name}',
  views: {
    front: '{name} nhìn từ phía trước',
    left: '{name} nhìn từ bên trái',
    right: '{name} nhìn từ bên phải',
  },
  arrival: 'Đặt hôm nay, giao tận nhà trước {day}',
  returns: 'Đổi ý trong vòng 30 ngày',
  tax: 'Giá đã gồm VAT',
  details: 'Thông số',
  similar: 'Sản phẩm tương tự',
  recentlySeen: 'Đã xem gần đây',
  add: {
    quantity: 'Số lượng',
    button: 'Thêm vào giỏ hàng',
    pending: 'Đang thêm …',
    inCart: { other: 'Có {count} chiếc trong giỏ hàng của bạn.' },
    view: 'Xem giỏ hàng',
    soldOut: 'Xem các sản phẩm tương tự bên dưới.',
  },
  wish: { add: 'Thêm vào yêu thích', added: 'Đã có trong yêu thích', view: 'Xem danh sách yêu thích' },
  share: { button: 'Chia sẻ', copied: 'Đã chép liên kết', copyByHand: 'Hãy chép liên kết ở trên' },
};
