import { amountOf, objectOf, textOf } from '../../normalize/field-values';
import { minorAmount } from '../../normalize/money/minor-amount';
import { snakeNamed, type Fields } from '../shared/snake-names';
import { sumOfLines } from '../shared/sum-of-lines';

/**
 * Properties that become a product, a cart or an order, and are therefore not kept as custom
 * properties.
 */
export const PRODUCT_PROPERTIES = [
  'product_id',
  'sku',
  'name',
  'category',
  'brand',
  'price',
  'quantity',
  'position',
  'url',
];
export const CART_PROPERTIES = ['cart_id', 'value', 'currency', 'products'];
export const ORDER_PROPERTIES = [
  'order_id',
  'total',
  'revenue',
  'tax',
  'shipping',
  'coupon',
  ...CART_PROPERTIES,
];

/** The product of an event or of a line, whose names are in snake_case. */
export function productOf(line: Fields, currency = line['currency']) {
  return {
    id: line['product_id'] ?? line['sku'] ?? line['id'] ?? line['name'],
    name: line['name'],
    category: line['category'],
    brand: line['brand'],
    price: minorAmount(line['price'], currency),
    urlPath: pathOf(line['url']),
    quantity: line['quantity'],
    position: line['position'],
  };
}

/** The lines of a cart, an order or a list; undefined when the event lists none. */
export function linesOf({ products, currency }: Fields) {
  if (!Array.isArray(products)) return undefined;
  return products.flatMap((value: unknown) => {
    const line = objectOf(value);
    return line ? [productOf(snakeNamed(line), line['currency'] ?? currency)] : [];
  });
}

/** The cart after the event, as far as the event describes it. */
export function cartOf(properties: Fields) {
  const { cart_id: cartId, value, currency } = properties;
  const items = linesOf(properties);
  if (cartId === undefined && value === undefined && !items) return undefined;
  return { cartId, value: minorAmount(value, currency), currency, items };
}

/** The order, or the refunded part of it. */
export function orderOf(properties: Fields) {
  const { order_id: orderId, tax, shipping, currency, coupon } = properties;
  return {
    orderId,
    revenue: paidOf(properties),
    tax: minorAmount(tax, currency),
    shipping: minorAmount(shipping, currency),
    currency,
    coupon,
    items: linesOf(properties),
  };
}

/**
 * The total amount paid. Segment's `total` is that; its `revenue` excludes tax and shipping. An
 * event without both has the value of its lines.
 */
function paidOf(properties: Fields): unknown {
  const { total, revenue, value, tax, shipping, currency } = properties;
  const net = amountOf(revenue);
  const whole =
    amountOf(total) ??
    (net === null ? amountOf(value) : net + (amountOf(tax) ?? 0) + (amountOf(shipping) ?? 0));
  if (whole !== null) return minorAmount(whole, currency);
  return sumOfLines(linesOf(properties) ?? []) ?? undefined;
}

/** The path of a product's page, for which Segment has the whole address. */
function pathOf(url: unknown): string | undefined {
  const address = textOf(url);
  if (address === null) return undefined;
  return address.replace(/^(?:[a-z][a-z\d+.-]*:)?\/\/[^/?#]*/i, '').replace(/[?#].*$/, '') || '/';
}
