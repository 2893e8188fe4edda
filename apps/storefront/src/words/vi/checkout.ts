import type { Words } from '../words';

export const checkout: Words['checkout'] = {
  title: 'Thanh toán · {step}',
  trail: 'Các bước thanh toán',
  steps: { delivery: 'Liên hệ và giao hàng', payment: 'Hình thức thanh toán', review: 'Xem lại đơn hàng' },
  guest: 'Bạn đang mua hàng không cần tài khoản. {signIn} để xem lại đơn hàng này ở bất cứ đâu.',
  signIn: 'Đăng nhập',
  addresses: { label: 'Địa chỉ của bạn', text: 'Giao đến một địa chỉ đã lưu:' },
  contact: {
    name: 'Họ và tên',
    email: 'Email',
    phone: 'Số điện thoại',
    phoneHint: 'Người giao hàng gọi trước khi giao.',
    note: 'Ghi chú cho người giao hàng',
    keep: 'Lưu địa chỉ này cho lần sau',
    next: 'Tiếp tục đến thanh toán',
  },
  place: {
    address: 'Số nhà, tên đường',
    ward: 'Phường, xã',
    province: 'Tỉnh, thành phố',
    choose: 'Chọn …',
  },
  optional: '(không bắt buộc)',
  delivery: 'Giao hàng',
  free: 'Miễn phí',
  deliveries: {
    standard: { title: 'Giao hàng tiêu chuẩn', text: 'Giao tận nhà trong 2 đến 3 ngày.' },
    express: { title: 'Giao hàng nhanh', text: 'Ngày hôm sau tại các thành phố lớn, 2 ngày ở nơi khác.' },
  },
  payment: {
    label: 'Phương thức thanh toán',
    next: 'Tiếp tục để xem lại',
    none: 'Vui lòng chọn phương thức thanh toán.',
  },
  payments: {
    cash_on_delivery: {
      title: 'Tiền mặt khi nhận hàng (COD)',
      text: 'Trả tiền cho người giao hàng khi nhận hàng.',
    },
    bank_transfer: {
      title: 'Chuyển khoản ngân hàng',
      text: 'Số tài khoản và mã VietQR có trong đơn hàng; hàng được gửi sau khi nhận được tiền.',
    },
    card_online: {
      title: 'Thẻ, thanh toán ngay',
      text: 'Bạn thanh toán sau khi đặt hàng; đơn hàng được giữ trong 30 phút.',
    },
    card_on_delivery: { title: 'Thẻ khi nhận hàng', text: 'Người giao hàng mang theo máy quẹt thẻ.' },
  },
  review: {
    contact: 'Liên hệ',
    delivery: 'Giao hàng',
    payment: 'Thanh toán',
    change: 'Thay đổi',
    changeOf: 'Thay đổi {part}',
    place: 'Đặt hàng',
  },
  sums: {
    label: 'Đơn hàng của bạn',
    subtotal: 'Tạm tính',
    couponWith: 'Mã giảm giá {code}',
    delivery: 'Phí giao hàng',
    free: 'Miễn phí',
    total: 'Tổng cộng',
    tax: 'đã gồm thuế giá trị gia tăng',
    givenBack: 'Đã hoàn lại',
  },
};
