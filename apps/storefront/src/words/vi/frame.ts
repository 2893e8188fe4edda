import type { Words } from '../words';

export const frame: Words['frame'] = {
  title: 'SBW · laptop, màn hình, phụ kiện',
  description: 'Laptop, màn hình và phụ kiện, giao hàng toàn quốc.',
  header: {
    skip: 'Đến nội dung chính',
    what: 'laptop · màn hình · phụ kiện',
    home: 'trang chủ',
    departments: 'Danh mục',
  },
  personal: {
    signIn: 'Đăng nhập',
    signOut: 'Đăng xuất',
    yourAccount: '{name}: tài khoản của bạn',
    cart: 'Giỏ hàng',
    cartWith: { other: 'Giỏ hàng, {count} sản phẩm' },
  },
  search: {
    label: 'Tìm trong cửa hàng',
    button: 'Tìm kiếm',
    suggestions: 'Gợi ý',
    countOfSuggestions: { other: '{count} gợi ý' },
  },
  footer: {
    about: 'Laptop, màn hình và phụ kiện. Giá bằng đồng Việt Nam, đã gồm VAT.',
    departments: 'Danh mục, cuối trang',
    delivery: 'Giao hàng toàn quốc trong 1 đến 3 ngày',
    returns: 'Đổi ý trong vòng 30 ngày',
    payment: 'Thanh toán khi nhận hàng, tiền mặt hoặc thẻ',
    privacy: 'Tùy chọn quyền riêng tư',
    language: 'Ngôn ngữ',
  },
  consent: {
    label: 'Quyền riêng tư',
    offers: {
      denied:
        'SBW có thể ghi nhận lượt ghé thăm của bạn không? Chúng tôi ghi nhận sản phẩm được xem, thêm vào giỏ và mua, để phục vụ tốt hơn. Không gửi gì cho bên quảng cáo.',
      granted:
        'SBW ghi nhận sản phẩm được xem, thêm vào giỏ và mua, để phục vụ tốt hơn. Không gửi gì cho bên quảng cáo.',
      cookieless:
        'SBW ghi nhận sản phẩm được xem, thêm vào giỏ và mua, để phục vụ tốt hơn. Không gửi gì cho bên quảng cáo. SBW có thể nhận ra bạn khi bạn quay lại không? Trước khi bạn đồng ý, chúng tôi ghi nhận mà không biết bạn là ai.',
    },
    privateBrowser:
      'Trình duyệt của bạn yêu cầu không bị theo dõi, nên SBW ghi nhận mà không biết bạn là ai: sản phẩm được xem, thêm vào giỏ và mua, để phục vụ tốt hơn. Không gửi gì cho bên quảng cáo.',
    decline: 'Từ chối',
    accept: 'Đồng ý',
    saved: 'Lựa chọn của bạn đã được lưu.',
  },
};
