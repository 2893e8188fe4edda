import { amountOf, countOf, textOf } from '../../normalize/field-values';
import type { SourceEvent } from '../../source-event';
import { minorAmount } from '../../normalize/money/minor-amount';
import { ownName } from '../shared/own-name';
import type { Fields } from '../shared/snake-names';
import { CART, CHECKOUT_STEP, PRODUCT, REFUND, TRANSACTION, type SelfDescribing } from './self-describing';

const NOTHING: Fields = {};

/** The event of an action of the e-commerce plugin, from its data and its entities. */
export function ecommerceParts(action: Fields, entities: readonly SelfDescribing[]): SourceEvent {
  const dataOf = (wanted: string) => entities.find(({ name }) => name === wanted)?.data;
  const items = entities.flatMap(({ name, data }) => (name === PRODUCT ? [productOf(data)] : []));
  const [product] = items;
  const cart = cartOf(dataOf(CART));
  const currency = dataOf(PRODUCT)?.['currency'];
  switch (action['type']) {
    case 'product_view':
      return { eventName: 'product_view', product };
    case 'add_to_cart':
      return { eventName: 'add_to_cart_click', product, cart, currency };
    case 'remove_from_cart':
      return { eventName: 'remove_from_cart_click', product, cart, currency };
    case 'list_view':
      return { eventName: 'product_list_view', list: { name: action['name'] ?? 'list', items } };
    case 'checkout_step':
      return checkoutParts(dataOf(CHECKOUT_STEP) ?? NOTHING, cart);
    case 'transaction':
      return { eventName: 'checkout_complete', order: orderOf(dataOf(TRANSACTION), 'revenue', items), cart };
    case 'refund':
      return { eventName: 'order_refund', order: orderOf(dataOf(REFUND), 'refund_amount', items) };
    default:
      return { eventName: ownName(textOf(action['type']) ?? ''), product, properties: action };
  }
}

/** The plugin has no event for the start of the checkout: its first step is that. */
function checkoutParts(data: Fields, cart: SourceEvent['cart']): SourceEvent {
  const checkout = {
    step: countOf(data['step'], 1) ?? 1,
    option: data['payment_method'] ?? data['delivery_method'],
  };
  return { eventName: checkout.step === 1 ? 'checkout_start' : 'checkout_step', checkout, cart };
}

/** Their `price` is the price charged now; a higher `list_price` makes it a discount. */
function productOf(data: Fields) {
  const { currency } = data;
  const isReduced = (amountOf(data['list_price']) ?? 0) > (amountOf(data['price']) ?? 0);
  return {
    id: data['id'],
    name: data['name'],
    category: data['category'],
    brand: data['brand'],
    price: minorAmount(isReduced ? data['list_price'] : data['price'], currency),
    discountPrice: isReduced ? minorAmount(data['price'], currency) : undefined,
    quantity: data['quantity'],
    position: data['position'],
  };
}

function cartOf(data: Fields | undefined): SourceEvent['cart'] {
  if (!data) return undefined;
  const { cart_id: cartId, total_value: value, currency } = data;
  return { cartId, value: minorAmount(value, currency), currency };
}

function orderOf(data: Fields = NOTHING, amount: 'revenue' | 'refund_amount', items: readonly object[]) {
  const { currency } = data;
  return {
    orderId: data['transaction_id'],
    revenue: minorAmount(data[amount], currency),
    tax: minorAmount(data['tax'], currency),
    shipping: minorAmount(data['shipping'], currency),
    currency,
    coupon: data['discount_code'],
    items: items.length > 0 ? items : undefined,
  };
}
