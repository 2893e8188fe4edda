import { amountOf, objectOf, objectsOf, textOf } from '../../normalize/field-values';
import { minorAmount } from '../../normalize/money/minor-amount';
import type { ListedProducts } from '../shared/one-for-each-product';
import { ownNumber } from '../shared/own-number';
import type { SourceEvent } from '../../source-event';
import { sumOfLines } from '../shared/sum-of-lines';

type Fields = Readonly<Record<string, unknown>>;
const NOTHING: Fields = {};

/** The parts of `ecommerce` from before Google Analytics 4, each with its event. */
const PARTS = {
  purchase: 'checkout_complete',
  refund: 'order_refund',
  checkout: 'checkout_start',
  add: 'add_to_cart_click',
  remove: 'remove_from_cart_click',
  detail: 'product_view',
  click: 'select_item',
  impressions: 'product_list_view',
} as const;

type Part = keyof typeof PARTS;

/**
 * The part of a push to the `dataLayer` that names the action; undefined when the push is not of
 * this form.
 */
export function enhancedPartOf(event: Fields): Part | undefined {
  const ecommerce = objectOf(event['ecommerce']);
  if (!ecommerce || Array.isArray(ecommerce['items'])) return undefined;
  return (Object.keys(PARTS) as Part[]).find((part) =>
    part === 'impressions' ? Array.isArray(ecommerce[part]) : hasProductsOrAction(ecommerce[part]),
  );
}

/** Parts that are about one product at a time. */
const OF_ONE_PRODUCT: ReadonlySet<Part> = new Set(['add', 'remove', 'detail']);

/** The products of a push that puts several into the cart at once. */
export function listedInPush(event: Fields): ListedProducts | undefined {
  const part = enhancedPartOf(event);
  if (part === undefined || !OF_ONE_PRODUCT.has(part)) return undefined;
  const time = event['eventTimestamp'] ?? event['timestamp'];
  return { list: ['ecommerce', part, 'products'], ids: [['eventId'], ['event_id']], time };
}

/**
 * The fields of such a push under our names. Its amounts are in units of the currency, mostly as
 * text.
 */
export function enhancedFields(event: Fields, part: Part): SourceEvent {
  const ecommerce = objectOf(event['ecommerce']) ?? NOTHING;
  const content = objectOf(ecommerce[part]) ?? NOTHING;
  const action = objectOf(content['actionField']) ?? NOTHING;
  const currency = textOf(ecommerce['currencyCode']);
  const products = part === 'impressions' ? ecommerce[part] : content['products'];
  const items = objectsOf(products).map((product) => productFields(product, currency));
  const [product] = items;
  const eventName = PARTS[part];
  switch (part) {
    case 'purchase':
    case 'refund':
      return { eventName, order: orderFields(action, items, currency) };
    case 'checkout':
      return checkoutFields(action, { currency, items });
    case 'impressions':
      return { eventName, list: { name: textOf(product?.['listName']) ?? 'unknown', items } };
    default:
      return { eventName, product, currency };
  }
}

function hasProductsOrAction(value: unknown): boolean {
  const part = objectOf(value);
  return part !== null && (Array.isArray(part['products']) || objectOf(part['actionField']) !== null);
}

function checkoutFields(action: Fields, cart: Fields): SourceEvent {
  const step = amountOf(action['step']) ?? 1;
  if (step <= 1) return { eventName: 'checkout_start', cart };
  return { eventName: 'checkout_step', checkout: { step, name: action['option'] }, cart };
}

function orderFields(action: Fields, items: readonly Fields[], currency: string | null): Fields {
  return {
    orderId: action['id'],
    revenue: minorAmount(action['revenue'], currency) ?? sumOfLines(items),
    tax: minorAmount(action['tax'], currency),
    shipping: minorAmount(action['shipping'], currency),
    currency,
    coupon: action['coupon'],
    items,
  };
}

function productFields(product: Fields, currency: string | null): Fields {
  return {
    id: product['id'] ?? product['name'],
    name: product['name'],
    category: product['category'],
    brand: product['brand'],
    variant: product['variant'],
    price: minorAmount(product['price'], currency),
    quantity: ownNumber(product['quantity']),
    listName: product['list'],
    position: ownNumber(product['position']),
  };
}
