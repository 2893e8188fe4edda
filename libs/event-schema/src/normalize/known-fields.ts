import { EVENTS } from '../events';
import { CartSchema } from '../schemas/cart';
import { ENVELOPE } from '../schemas/envelope';
import { OrderSchema } from '../schemas/order';
import { ProductSchema } from '../schemas/product';
import { objectOf } from './field-values';

type Names = ReadonlySet<string>;

/**
 * Fields that any event may have in addition to the contract: `_ingest` is the stamp, and our
 * servers set `isStaff`.
 */
const BESIDE = ['eventName', 'properties', 'isStaff', '_ingest'];

/** The fields of all events together: the warehouse reads a part in any event. */
const EVENT_FIELDS: Names = new Set([
  ...BESIDE,
  ...Object.keys(ENVELOPE),
  ...Object.values(EVENTS).flatMap(({ payload }) => Object.keys(payload.properties)),
]);
const PRODUCT_FIELDS: Names = new Set(Object.keys(ProductSchema.properties));
const CART_FIELDS: Names = new Set(Object.keys(CartSchema.properties));
const ORDER_FIELDS: Names = new Set(Object.keys(OrderSchema.properties));
const SEARCH_FIELDS: Names = new Set(Object.keys(EVENTS.search.payload.properties.search.properties));

/** The parts of an event whose fields have separate columns. */
const PARTS: Readonly<Record<string, Names>> = {
  product: PRODUCT_FIELDS,
  cart: CART_FIELDS,
  order: ORDER_FIELDS,
  search: SEARCH_FIELDS,
};

/**
 * True when an event has only fields of the contract, in its parts too. Called for each event, so
 * it allocates nothing.
 */
export function hasOnlyKnownFields(event: Readonly<Record<string, unknown>>): boolean {
  if (!areKnown(event, EVENT_FIELDS)) return false;
  const { product, cart, order, search } = event;
  return (
    areKnown(product, PRODUCT_FIELDS) &&
    areKnown(search, SEARCH_FIELDS) &&
    areKnown(cart, CART_FIELDS) &&
    areKnown(order, ORDER_FIELDS) &&
    hasOnlyKnownLines(event)
  );
}

/** True when the lines of its cart and order have only such fields, too. */
export function hasOnlyKnownLines({ cart, order }: Readonly<Record<string, unknown>>): boolean {
  return areLinesKnown(cart) && areLinesKnown(order);
}

/** The fields of an event that the contract does not know; those of its parts within a part. */
export function unknownFieldsOf(event: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const unknown = Object.entries(event).flatMap(([name, value]): [string, unknown][] => {
    if (!EVENT_FIELDS.has(name)) return [[name, value]];
    const names = Object.hasOwn(PARTS, name) ? PARTS[name] : undefined;
    const part = names && Object.entries(objectOf(value) ?? {}).filter(([inner]) => !names.has(inner));
    return part && part.length > 0 ? [[name, Object.fromEntries(part)]] : [];
  });
  return Object.fromEntries(unknown);
}

function areKnown(part: unknown, names: Names): boolean {
  if (typeof part !== 'object' || part === null) return true;
  for (const name in part) if (!names.has(name)) return false;
  return true;
}

function areLinesKnown(part: unknown): boolean {
  const items = (part as { items?: unknown } | null)?.items;
  if (items === undefined || items === null) return true;
  if (!Array.isArray(items)) return false;
  for (const item of items) if (!areKnown(item, PRODUCT_FIELDS)) return false;
  return true;
}
