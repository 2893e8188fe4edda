import { amountOf, objectsOf, textOf } from '../../normalize/field-values';
import { minorAmount } from '../../normalize/money/minor-amount';
import { listOf } from '../shared/list-of';
import type { SourceEvent } from '../../source-event';
import { ownNumber } from '../shared/own-number';
import { sumOfLines } from '../shared/sum-of-lines';
import type { Fields } from './plain-form';

const NOTHING: Fields = {};

/**
 * The products, cart or order of an event. Google's amounts are in units of the currency, ours in
 * its smallest unit.
 */
export function commerceFields(ourName: string, params: Fields): SourceEvent {
  const items = objectsOf(listOf(params['items']));
  const currency = textOf(params['currency']) ?? textOf(items[0]?.['currency']);
  const lines = items.map((item) => productFields(item, params, currency));
  const [product] = lines;
  switch (ourName) {
    case 'product_view':
    case 'add_to_cart_click':
    case 'remove_from_cart_click':
    case 'wishlist_toggle':
    case 'share_click':
    case 'select_item':
      return {
        product: product ?? productOf(params, currency),
        cart: cartNamed(params, currency),
        currency,
      };
    case 'product_list_view':
      return { list: { id: params['item_list_id'], name: listNameOf(params), items: lines } };
    case 'view_cart':
    case 'checkout_start':
    case 'checkout_step':
      return items.length > 0 || params['value'] !== undefined
        ? {
            cart: {
              ...cartNamed(params, currency),
              value: minorAmount(params['value'], currency),
              currency,
              items: lines,
            },
          }
        : {};
    case 'checkout_complete':
    case 'order_refund':
      return { order: orderFields(params, lines, currency) };
    default:
      return {};
  }
}

/** Google has no name for a cart; a shop may add one. */
function cartNamed({ cart_id: cartId }: Fields, currency: string | null): Fields | undefined {
  return cartId === undefined || cartId === null ? undefined : { cartId, currency };
}

function orderFields(params: Fields, items: readonly Fields[], currency: string | null): Fields {
  const amount =
    params['value'] ??
    params['purchase_revenue'] ??
    params['refund_value'] ??
    params['revenue'] ??
    params['total'];
  return {
    orderId: params['transaction_id'] ?? params['transactionId'] ?? params['order_id'] ?? params['orderId'],
    revenue: amount === undefined || amount === null ? sumOfLines(items) : minorAmount(amount, currency),
    tax: minorAmount(params['tax'] ?? params['tax_value'], currency),
    shipping: minorAmount(params['shipping'] ?? params['shipping_value'], currency),
    currency,
    coupon: params['coupon'],
    items,
  };
}

function productFields(item: Fields, params: Fields, currency: string | null): Fields {
  // Without `item_`: the names that gtag used before.
  const name = item['item_name'] ?? item['name'];
  const price = amountOf(item['price']);
  const discount = amountOf(item['discount']) ?? 0;
  const inCurrency = textOf(item['currency']) ?? currency;
  // Google's price is the one after the discount.
  const hasDiscount = price !== null && discount > 0;
  return {
    id: item['item_id'] ?? item['id'] ?? name,
    name,
    category: item['item_category'] ?? item['category'],
    brand: item['item_brand'] ?? item['brand'],
    variant: item['item_variant'] ?? item['variant'],
    price: minorAmount(hasDiscount ? price + discount : price, inCurrency),
    discountPrice: hasDiscount ? minorAmount(price, inCurrency) : null,
    quantity: ownNumber(item['quantity']),
    coupon: item['coupon'],
    listName: item['item_list_name'] ?? item['list_name'] ?? params['item_list_name'],
    position: ownNumber(item['index'] ?? item['list_position']),
  };
}

/** Some senders put the product of an event next to it instead of into a list. */
function productOf(params: Fields, currency: string | null): Fields | undefined {
  return params['item_id'] === undefined ? undefined : productFields(params, NOTHING, currency);
}

function listNameOf(params: Fields): string {
  return textOf(params['item_list_name']) ?? textOf(params['item_list_id']) ?? 'unknown';
}
