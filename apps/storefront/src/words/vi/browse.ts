import type { Words } from '../words';

export const browse: Words['browse'] = {
  departments: {
    laptops: { name: 'Laptop', tagline: 'Máy nhẹ, máy mạnh, và một chiếc không ngại rơi.' },
    monitors: { name: 'Màn hình', tagline: 'Từ màn hình phụ trong túi xách đến cả một bức tường làm việc.' },
    accessories: {
      name: 'Phụ kiện',
      tagline: 'Bàn phím, chuột, âm thanh, dock và túi, bền hơn cả laptop.',
    },
  },
  home: {
    hero: {
      title: 'Góc làm việc khiến bạn mong đến mỗi ngày.',
      text: 'Laptop, màn hình và phụ kiện do chính những người dùng chúng cả ngày chọn lựa. Giao tận nhà trong một đến ba ngày, trên toàn quốc.',
      laptops: 'Mua laptop',
      monitors: 'Tìm màn hình',
    },
    departments: 'Danh mục',
    products: { other: '{count} sản phẩm' },
    offers: 'Ưu đãi tuần này',
    newest: 'Hàng mới về',
    why: 'Vì sao mua ở SBW',
    promises: {
      delivery: {
        title: 'Miễn phí giao hàng',
        text: 'Cho mọi đơn hàng từ {amount}. Giao nhanh trong ngày mai đến các thành phố lớn.',
      },
      returns: {
        title: '30 ngày để quyết định',
        text: 'Dùng thử ngay tại bàn của bạn. Nếu không hợp, chúng tôi đến lấy lại.',
      },
      repairs: {
        title: 'Sửa chữa tại cửa hàng',
        text: 'Xưởng và linh kiện của chính chúng tôi, có máy cho mượn trong lúc chờ.',
      },
    },
  },
  list: {
    brands: 'Thương hiệu',
    allBrands: 'Tất cả thương hiệu',
    products: { other: 'sản phẩm' },
    noneOfBrand: 'Danh mục này không có sản phẩm của thương hiệu đó. Hãy chọn thương hiệu khác ở trên.',
    sortBy: 'Sắp xếp theo',
    sort: 'Sắp xếp',
    orders: {
      recommended: 'Đề xuất',
      'price-up': 'Giá thấp nhất',
      'price-down': 'Giá cao nhất',
      newest: 'Mới nhất',
    },
    pages: 'Các trang',
    page: 'Trang {number}',
    titleOfPage: '{title} · trang {number}',
    previous: 'Trang trước',
    next: 'Trang sau',
  },
  search: {
    title: 'Tìm kiếm',
    titleFor: 'Tìm kiếm: {term}',
    resultsFor: 'Kết quả cho “{term}”',
    hint: 'Nhập thương hiệu, sản phẩm hoặc một từ như “bàn phím”, “32 GB” hay “chuột”.',
    nothing: 'Không có sản phẩm nào phù hợp.',
    found: { other: '{count} sản phẩm' },
    corrected: 'cho “{term}”. Không có sản phẩm nào khớp với từ bạn đã gõ.',
    results: 'Kết quả tìm kiếm',
    didYouMean: 'Có phải bạn muốn tìm',
    departments: 'Danh mục',
    allOf: 'Tất cả {department}',
    department: 'Danh mục',
    popular: 'Đang được ưa chuộng',
  },
  notFound: {
    title: 'Không tìm thấy trang',
    text: 'Trang có thể đã được chuyển đi, hoặc sản phẩm không còn bán.',
    home: 'Về trang chủ',
    laptops: 'Xem tất cả laptop',
  },
};
