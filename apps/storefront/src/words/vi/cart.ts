import type { Words } from '../words';

export const cart: Words['cart'] = {
  title: 'Giỏ hàng',
  empty: {
    title: 'Giỏ hàng của bạn đang trống',
    text: 'Hãy thêm một sản phẩm để bắt đầu.',
    laptops: 'Mua laptop',
    offers: 'Xem ưu đãi tuần này',
  },
  products: 'Sản phẩm trong giỏ hàng',
  summary: 'Tóm tắt',
  subtotal: 'Tạm tính',
  couponWith: 'Mã giảm giá {code}',
  missing: 'Mua thêm {amount} để được miễn phí giao hàng tiêu chuẩn. Giá đã gồm thuế.',
  free: 'Miễn phí giao hàng tiêu chuẩn. Giá đã gồm thuế.',
  arrival: 'Giao tận nhà trước {day}.',
  checkout: 'Thanh toán',
  notInStock: 'Một số sản phẩm không đủ hàng như bạn chọn. Hãy thay đổi để thanh toán.',
  line: {
    soldOut: '{stock}. Hãy bỏ sản phẩm này để thanh toán.',
    short: '{stock}. Hãy chọn ít hơn để thanh toán.',
    quantityOf: 'Số lượng {name}',
    remove: 'Xóa',
    removeOf: 'Xóa {name}',
  },
  coupon: {
    used: 'Mã giảm giá {code}',
    usedWith: 'Mã giảm giá {code}: {problem}',
    remove: 'Bỏ',
    removeOf: 'Bỏ mã giảm giá {code}',
    open: 'Dùng mã giảm giá',
    code: 'Mã',
    button: 'Áp dụng',
  },
};
