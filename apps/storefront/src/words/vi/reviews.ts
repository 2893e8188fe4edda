import type { Words } from '../words';

export const reviews: Words['reviews'] = {
  title: 'Đánh giá',
  total: { other: '{count} đánh giá' },
  none: 'Chưa có đánh giá nào về {name}.',
  rule: 'Chỉ khách hàng đã nhận sản phẩm từ chúng tôi mới viết được đánh giá.',
  write: 'Viết đánh giá',
  more: { other: 'Xem thêm trong {count} đánh giá' },
  ofFive: '{average} trên 5 sao',
  byStars: 'Số đánh giá theo số sao',
  stars: { other: '{count} sao' },
  bought: 'đã mua: {variant}',
  removed: 'Nội dung đã được xóa cùng với tài khoản của người viết.',
  changed: 'sửa ngày {day}',
  formerCustomer: 'Một khách hàng cũ',
  tooMany: 'Bạn đã viết nhiều đánh giá. Vui lòng đợi một giờ rồi thử lại.',
  own: {
    title: 'Đánh giá của bạn',
    none: '{name}: chưa thể đánh giá',
    whyNot: {
      not_bought:
        'Chỉ khách hàng đã mua sản phẩm này bằng chính tài khoản đang đăng nhập mới viết được đánh giá.',
      not_arrived: 'Bạn đã đặt sản phẩm này. Khi hàng đến nơi, bạn có thể chia sẻ cảm nhận ở đây.',
    },
    back: 'Quay lại {name}',
    hidden: 'Đánh giá của bạn không được hiển thị. Lý do của cửa hàng: {reason}',
  },
  form: {
    stars: { legend: 'Số sao', 1: 'Rất tệ', 2: 'Kém', 3: 'Tạm được', 4: 'Tốt', 5: 'Tuyệt vời' },
    title: 'Tiêu đề',
    body: 'Đánh giá của bạn',
    bodyHint: 'Bạn dùng sản phẩm để làm gì, và sẽ nói gì với bạn bè? Bằng tiếng Việt hoặc tiếng Anh.',
    shownName: 'Tên hiển thị',
    shownNameHint: 'Mọi người đều thấy tên này bên cạnh đánh giá của bạn.',
    change: 'Sửa đánh giá',
    publish: 'Đăng đánh giá',
  },
};
