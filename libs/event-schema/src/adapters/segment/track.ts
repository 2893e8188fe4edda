import type { EventName } from '../../event-names';
import { objectOf, textOf } from '../../normalize/field-values';
import type { SourceEvent } from '../../source-event';
import type { ListedProducts } from '../shared/one-for-each-product';
import { ownName } from '../shared/own-name';
import { snakeNamed, unusedFields, type Fields } from '../shared/snake-names';
import {
  CART_PROPERTIES,
  cartOf,
  linesOf,
  ORDER_PROPERTIES,
  orderOf,
  PRODUCT_PROPERTIES,
  productOf,
} from './commerce';

/** The contract's event for one of Segment's e-commerce events. */
interface Meaning {
  readonly name: EventName;
  /** The parts of the event, from properties with names in snake_case. */
  readonly partsOf: (properties: Fields) => SourceEvent;
  /** Properties that these parts contain. */
  readonly taken: ReadonlySet<string>;
}

const meaning = (name: EventName, partsOf: Meaning['partsOf'], ...taken: string[][]): Meaning => ({
  name,
  partsOf,
  taken: new Set(taken.flat()),
});

const productWithCart = (name: EventName) =>
  meaning(
    name,
    (all) =>
      isOfListed(all)
        ? listedParts(all)
        : { product: productOf(all), cart: cartOf(all), currency: all['currency'] },
    PRODUCT_PROPERTIES,
    CART_PROPERTIES,
  );

/**
 * True when the added products are in a list. When the event also has a product, the list is the
 * whole cart.
 */
const isOfListed = ({ product_id, sku, products }: Fields): boolean =>
  product_id === undefined && sku === undefined && Array.isArray(products);

/** The list of an event for each product: `listedProducts`. */
function listedParts(all: Fields): SourceEvent {
  const { cart_id: cartId, currency } = all;
  const [product] = linesOf(all) ?? [];
  return { product, cart: cartId === undefined ? undefined : { cartId, currency }, currency };
}

const wish = (wishlisted: boolean) =>
  meaning('wishlist_toggle', (all) => ({ product: productOf(all), wishlisted }), PRODUCT_PROPERTIES);

const VIEW = meaning('product_view', (all) => ({ product: productOf(all) }), PRODUCT_PROPERTIES);
const ADD = productWithCart('add_to_cart_click');
const REMOVE = productWithCart('remove_from_cart_click');
const LIST = meaning(
  'product_list_view',
  (all) => ({
    list: {
      id: all['list_id'],
      name: all['list_name'] ?? all['category'] ?? all['list_id'] ?? 'list',
      items: linesOf(all) ?? [],
    },
  }),
  ['list_id', 'list_name', 'products'],
);
const STEP = meaning(
  'checkout_step',
  (all) => ({
    checkout: {
      step: all['step'],
      name: all['step_name'],
      option: all['payment_method'] ?? all['shipping_method'],
    },
    cart: cartOf(all),
  }),
  ['step', 'step_name', 'payment_method', 'shipping_method'],
  CART_PROPERTIES,
);
const ORDER = meaning(
  'checkout_complete',
  (all) => ({ order: orderOf(all), cart: all['cart_id'] == null ? undefined : { cartId: all['cart_id'] } }),
  ORDER_PROPERTIES,
);

/** Events by the names of version 2 of the specification, and by those of version 1. */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  product_viewed: VIEW,
  viewed_product: VIEW,
  product_list_viewed: LIST,
  viewed_product_category: LIST,
  products_searched: meaning('search', ({ query, results }) => ({ search: { term: query ?? '', results } }), [
    'query',
    'results',
  ]),
  product_added: ADD,
  added_product: ADD,
  wishlist_product_added_to_cart: ADD,
  product_removed: REMOVE,
  removed_product: REMOVE,
  product_added_to_wishlist: wish(true),
  product_removed_from_wishlist: wish(false),
  product_shared: meaning(
    'share_click',
    (all) => ({ product: productOf(all), channel: all['share_via'] }),
    ['share_via'],
    PRODUCT_PROPERTIES,
  ),
  checkout_started: meaning('checkout_start', (all) => ({ cart: cartOf(all) }), CART_PROPERTIES),
  checkout_step_completed: STEP,
  payment_info_entered: STEP,
  order_completed: ORDER,
  completed_order: ORDER,
  order_refunded: meaning('order_refund', (all) => ({ order: orderOf(all) }), ORDER_PROPERTIES),
  signed_in: meaning('login_success', () => ({})),
  signed_out: meaning('logout', () => ({})),
};

/**
 * The name and the parts of a tracked event: of Segment's e-commerce specification, or a custom
 * event.
 */
export function trackedParts(event: unknown, properties: Fields): SourceEvent {
  const name = ownName(textOf(event) ?? '');
  const all = snakeNamed(properties);
  const known = Object.hasOwn(MEANINGS, name) ? MEANINGS[name] : undefined;
  // A step is identified by its number only.
  if (!known || (known === STEP && all['step'] === undefined)) return ownParts(name, all, properties);
  return {
    eventName: known.name,
    ...known.partsOf(all),
    properties: unusedFields(properties, known.taken),
  };
}

/** The products of a message that puts several into the cart at once, or removes them. */
export function listedProducts(message: Fields): ListedProducts | undefined {
  const properties = objectOf(message['properties']);
  const name = ownName(textOf(message['event']) ?? '');
  const known = Object.hasOwn(MEANINGS, name) ? MEANINGS[name] : undefined;
  if (message['type'] !== 'track' || !properties || (known !== ADD && known !== REMOVE)) return undefined;
  if (!isOfListed(snakeNamed(properties))) return undefined;
  const time = message['timestamp'] ?? message['originalTimestamp'];
  return { list: ['properties', 'products'], ids: [['messageId']], time };
}

/** A custom event keeps all of its fields; a product and a cart in it are also recognised. */
function ownParts(eventName: string, all: Fields, properties: Fields): SourceEvent {
  return {
    eventName,
    product: all['product_id'] === undefined ? undefined : productOf(all),
    cart: all['cart_id'] === undefined ? undefined : cartOf(all),
    properties,
  };
}
