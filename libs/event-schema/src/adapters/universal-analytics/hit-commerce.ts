import { amountOf, objectOf, objectsOf, textOf } from '../../normalize/field-values';
import { minorAmount } from '../../normalize/money/minor-amount';
import { ownNumber } from '../shared/own-number';
import type { SourceEvent } from '../../source-event';
import { sumOfLines } from '../shared/sum-of-lines';

type Fields = Readonly<Record<string, unknown>>;
const NOTHING: Fields = {};

/** The list of products that a hit shows. */
export function listFields(hit: Fields): SourceEvent {
  const items = productsOf(hit).map((product) => productFields(product, currencyOf(hit)));
  const name = textOf(productsOf(hit)[0]?.['productListName']) ?? 'unknown';
  return { eventName: 'product_list_view', list: { name, items } };
}

/** The commerce event of a hit, by Google's number of the action. */
export function actionFields(hit: Fields, cartId: string): SourceEvent {
  const action = objectOf(hit['eCommerceAction']) ?? NOTHING;
  const currency = currencyOf(hit);
  const products = productsOf(hit).map((product) => productFields(product, currency));
  const [product] = products;
  const cart = { cartId, currency };
  switch (textOf(action['action_type'])) {
    case '1':
      return { eventName: 'select_item', product };
    case '2':
      return { eventName: 'product_view', product };
    case '3':
      return { eventName: 'add_to_cart_click', product, cart };
    case '4':
      return { eventName: 'remove_from_cart_click', product, cart };
    case '5':
    case '8':
      return checkoutFields(action, cart);
    case '7':
      return { eventName: 'order_refund', order: refundOf(hit, products, currency) };
    default:
      return { eventName: 'checkout_complete', cart, order: orderOf(hit, products, currency) };
  }
}

function checkoutFields(action: Fields, cart: Fields): SourceEvent {
  const step = amountOf(action['step']) ?? 1;
  if (step <= 1) return { eventName: 'checkout_start', cart };
  return { eventName: 'checkout_step', checkout: { step, name: action['option'] }, cart };
}

function orderOf(hit: Fields, items: readonly Fields[], currency: string | null): Fields {
  const transaction = objectOf(hit['transaction']) ?? NOTHING;
  return {
    orderId: transaction['transactionId'],
    revenue: minorOfMillionths(transaction['transactionRevenue'], currency) ?? 0,
    tax: minorOfMillionths(transaction['transactionTax'], currency),
    shipping: minorOfMillionths(transaction['transactionShipping'], currency),
    currency,
    coupon: transaction['transactionCoupon'],
    items,
  };
}

function refundOf(hit: Fields, items: readonly Fields[], currency: string | null): Fields {
  const amount = objectOf(hit['refund'])?.['refundAmount'];
  const revenue = minorOfMillionths(amount, currency) ?? sumOfLines(items);
  return { ...orderOf(hit, items, currency), revenue };
}

function productFields(product: Fields, currency: string | null): Fields {
  return {
    id: product['productSKU'],
    name: product['v2ProductName'],
    category: textOf(product['v2ProductCategory'])?.replace(/\/+$/, ''),
    brand: product['productBrand'],
    variant: product['productVariant'],
    price: minorOfMillionths(product['productPrice'], currency),
    quantity: ownNumber(product['productQuantity']),
    listName: product['productListName'],
    position: ownNumber(product['productListPosition']),
  };
}

const productsOf = (hit: Fields): Fields[] => objectsOf(hit['product']);

function currencyOf(hit: Fields): string | null {
  return textOf(objectOf(hit['transaction'])?.['currencyCode']);
}

/** An amount of the export, which is in millionths of the currency. */
function minorOfMillionths(value: unknown, currency: string | null): number | null {
  const millionths = amountOf(value);
  return millionths === null ? null : minorAmount(millionths / 1e6, currency);
}
