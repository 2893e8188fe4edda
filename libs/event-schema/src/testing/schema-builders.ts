import type { Cart } from '../schemas/cart';
import type { ElementInfo } from '../schemas/element';
import type { Order } from '../schemas/order';
import type { Product } from '../schemas/product';

/** A complete product, overridden by the test's fields. */
export function aProduct(over: Partial<Product> = {}): Product {
  return {
    id: 'LAP-001',
    name: 'Aero 14 laptop',
    category: 'laptops',
    brand: 'Norden',
    price: 25_990_000,
    discountPrice: 23_490_000,
    urlPath: '/product/aero-14',
    ...over,
  };
}

/** A complete cart of one product. */
export function aCart(over: Partial<Cart> = {}): Cart {
  return {
    cartId: 'cart-1',
    value: 23_490_000,
    currency: 'VND',
    items: [aProduct({ quantity: 1 })],
    ...over,
  };
}

/** A complete order of one product. */
export function anOrder(over: Partial<Order> = {}): Order {
  return {
    orderId: 'order-1',
    revenue: 23_520_000,
    tax: 2_135_455,
    shipping: 30_000,
    currency: 'VND',
    items: [aProduct({ quantity: 1 })],
    ...over,
  };
}

/** A clicked button. */
export function anElement(over: Partial<ElementInfo> = {}): ElementInfo {
  return { tag: 'button', id: 'buy', role: 'button', text: 'Add to cart', dataset: {}, ...over };
}
