import type { Words } from '../words';

export const codes: Words['codes'] = {
  email: 'Email',
  code: 'Mã',
  again: 'Gửi mã mới',
  sentAgain: 'Nếu địa chỉ đúng, một mã mới đang được gửi đi. Chỉ mã mới nhất có hiệu lực.',
  askForCode: 'Nhập mã mà chúng tôi đã gửi cho bạn.',
  wrongAddress: { question: 'Sai địa chỉ?', label: 'Làm lại' },
  localCode: 'Máy này không gửi email. Mã là {code}.',
  confirm: {
    title: 'Xác nhận email',
    intro: 'Chúng tôi đã gửi một mã đến {email}.',
    button: 'Xác nhận',
  },
  forgot: {
    title: 'Quên mật khẩu?',
    intro: 'Nhập địa chỉ email của tài khoản. Chúng tôi gửi đến đó một mã để bạn đặt mật khẩu mới.',
    button: 'Gửi mã',
    known: { question: 'Bạn đã nhớ ra?', label: 'Đăng nhập' },
  },
  reset: {
    title: 'Đặt mật khẩu mới',
    intro: 'Nếu {email} có tài khoản, một mã đang được gửi đến đó. Mã có hiệu lực trong một giờ.',
    password: 'Mật khẩu mới',
    passwordRule: 'Ít nhất 8 ký tự, gồm chữ hoa, chữ thường, chữ số và ký hiệu.',
    button: 'Lưu mật khẩu mới',
    saved: 'Mật khẩu mới đã được lưu. Hãy dùng nó để đăng nhập.',
  },
  faults: {
    email: 'Nhập một địa chỉ email, ví dụ lan@example.com.',
    code: 'Nhập các chữ số trong email.',
    password: 'Hãy chọn mật khẩu mạnh hơn: ít nhất 8 ký tự, gồm chữ hoa, chữ thường, chữ số và ký hiệu.',
    wrongCode: 'Mã không đúng hoặc đã hết hạn. Hãy kiểm tra lại hoặc gửi mã mới.',
    tooMany: 'Bạn đã thử quá nhiều lần. Vui lòng đợi 15 phút rồi thử lại.',
    unavailable: 'Dịch vụ tài khoản tạm thời không hoạt động. Vui lòng thử lại sau một phút.',
  },
};
