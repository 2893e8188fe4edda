import { EVENT_NAMES, type EventName } from '../../event-names';
import { ownWords } from '../shared/own-name';

const OF_CONTRACT: ReadonlySet<string> = new Set(EVENT_NAMES);

/**
 * Names that shops and other trackers give the events of the contract, in the form of our names.
 */
const OTHER_NAMES = {
  page_view: ['pageview', 'page_viewed', 'viewed_page', 'view_page'],
  product_view: ['view_item', 'view_product', 'product_viewed', 'viewed_product', 'product_detail_view'],
  product_list_view: ['view_item_list', 'product_list_viewed', 'collection_viewed'],
  search: ['search_submitted', 'products_searched', 'view_search_results'],
  add_to_cart_click: [
    'add_to_cart',
    'added_to_cart',
    'product_added_to_cart',
    'product_added',
    'added_product',
  ],
  remove_from_cart_click: [
    'remove_from_cart',
    'removed_from_cart',
    'product_removed_from_cart',
    'product_removed',
    'removed_product',
  ],
  checkout_start: ['begin_checkout', 'checkout_started', 'started_checkout', 'initiate_checkout'],
  checkout_complete: [
    'purchase',
    'order_completed',
    'completed_order',
    'order_placed',
    'order_created',
    'order_complete',
    'order_success',
    'checkout_success',
    'purchase_completed',
    'placed_order',
    'checkout_completed',
  ],
  order_refund: ['refund', 'order_refunded', 'refunded_order'],
} as const satisfies Partial<Record<EventName, readonly string[]>>;

const CONTRACT_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries(OTHER_NAMES).flatMap(([ours, theirs]) => theirs.map((name) => [name, ours] as const)),
);

/**
 * The name that the contract has for an event of a sender without a convention: `Order Completed`,
 * `orderCompleted` and `purchase` are all `checkout_complete`. Any other name stays as it is.
 */
export function contractName(given: unknown): unknown {
  if (typeof given !== 'string') return given;
  const words = ownWords(given);
  return CONTRACT_NAMES.get(words) ?? (OF_CONTRACT.has(words) ? words : given);
}
