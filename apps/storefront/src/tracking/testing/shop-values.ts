import type { Cart, Order, Product } from '../../shop/gateway';

/** A product as the shop knows it. */
export function aShopProduct(over: Partial<Product> = {}): Product {
  return {
    id: 'LT-1301',
    slug: 'solenne-air-13',
    name: 'Solenne Air 13',
    category: 'laptops',
    kind: 'Thin and light laptop',
    brand: 'Solenne',
    price: 28_990_000,
    discountPrice: 26_490_000,
    tagline: '990 g',
    available: 10,
    picture: { drawing: 'laptop', pose: 'right', screenInches: 13.3, finish: 'silver', wallpaper: 'dusk' },
    ...over,
  };
}

/** An open cart with pieces of one product. */
export function aShopCart(quantity: number, over: Partial<Cart> = {}): Cart {
  const items = quantity > 0 ? [{ product: aShopProduct(), quantity, unitPrice: 26_490_000 }] : [];
  return {
    analyticsId: 'cart-1',
    items,
    quantity,
    subtotal: quantity * 26_490_000,
    coupon: null,
    checkout: {},
    ...over,
  };
}

const DELIVERY = {
  name: 'Nguyễn An',
  email: 'an@example.com',
  phone: '0912345678',
  address: '1 Lê Lợi',
  ward: 'Sài Gòn',
  province: 'TP. Hồ Chí Minh',
  method: 'standard',
  note: '',
} as const;

/** Details entered at the checkout after both steps. */
export const CHECKOUT = { delivery: DELIVERY, payment: 'bank_transfer' } as const;

/** An order of two pieces. */
export function aShopOrder(over: Partial<Order> = {}): Order {
  return {
    orderId: 'SBW-23456789',
    cartAnalyticsId: 'cart-1',
    placedAt: '2026-11-23T09:00:00.000Z',
    status: 'placed',
    steps: [{ status: 'placed', at: '2026-11-23T09:00:00.000Z' }],
    refunded: 0,
    items: [{ product: aShopProduct(), quantity: 2, unitPrice: 26_490_000 }],
    subtotal: 52_980_000,
    discount: 0,
    coupon: null,
    shipping: 0,
    tax: 4_816_364,
    total: 52_980_000,
    details: CHECKOUT,
    isSold: true,
    openPayment: null,
    ...over,
  };
}
