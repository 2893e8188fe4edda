import type { Words } from '../words';

export const wishlist: Words['wishlist'] = {
  title: 'Danh sách yêu thích của bạn',
  note: 'Danh sách được lưu trong trình duyệt này, một năm kể từ lần thay đổi cuối.',
  remove: 'Bỏ',
  removeOf: 'Bỏ {name} khỏi danh sách yêu thích',
  empty: {
    title: 'Danh sách yêu thích đang trống',
    text: 'Trái tim trên trang của một sản phẩm đưa sản phẩm vào đây.',
    offers: 'Xem ưu đãi tuần này',
  },
};
