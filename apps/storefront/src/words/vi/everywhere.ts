import type { Words } from '../words';

export const everywhere: Words['everywhere'] = {
  noAnswer: 'Không kết nối được với cửa hàng. Vui lòng kiểm tra mạng rồi thử lại.',
  error: {
    title: 'Đã có lỗi từ phía cửa hàng',
    text: 'Giỏ hàng của bạn vẫn còn. Vui lòng thử lại; nếu vẫn lỗi, hãy quay lại sau vài phút.',
    again: 'Thử lại',
    home: 'Về trang chủ',
  },
};
