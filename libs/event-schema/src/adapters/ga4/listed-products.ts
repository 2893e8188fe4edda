import { objectOf } from '../../normalize/field-values';
import type { FieldPath, ListedProducts } from '../shared/one-for-each-product';
import { OUR_NAMES } from './ga4-names';
import { plainFormOf, type Fields } from './plain-form';

/** Events that are about one product at a time. */
const OF_ONE_PRODUCT: ReadonlySet<string> = new Set([
  'product_view',
  'add_to_cart_click',
  'remove_from_cart_click',
  'wishlist_toggle',
]);

/** The path of the items in each form of an event. */
const LISTS: readonly FieldPath[] = [['ecommerce', 'items'], ['params', 'items'], ['2', 'items'], ['items']];

const IDS: readonly FieldPath[] = [['eventId'], ['event_id'], ['params', 'event_id'], ['2', 'event_id']];

/**
 * The items of an event that puts several products into the cart at once, or is otherwise about one
 * product at a time.
 */
export function listedProducts(event: Fields): ListedProducts | undefined {
  const name = plainFormOf(event)?.name;
  if (name === undefined || !OF_ONE_PRODUCT.has(OUR_NAMES[name] ?? '')) return undefined;
  const list = LISTS.find((path) => Array.isArray(itemsAt(event, path)));
  const time = event['eventTimestamp'] ?? event['timestamp_micros'] ?? event['event_timestamp'];
  return list && { list, ids: IDS, time };
}

const itemsAt = (event: Fields, [outer, inner]: FieldPath): unknown =>
  inner === undefined ? event[outer] : objectOf(event[outer])?.[inner];
