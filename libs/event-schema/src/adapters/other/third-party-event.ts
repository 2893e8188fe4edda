import { objectOf } from '../../normalize/field-values';
import { scrubUrl } from '../../scrub/scrub-url';
import type { JsonObject, SourceEvent } from '../../source-event';
import { inMinorUnits } from '../../normalize/money/major-units';
import { withOwnFields } from '../../normalize/own-properties';
import { contractName } from './contract-name';
import { flatFieldsOf, type FlatFields } from './flat-fields';
import {
  CAMPAIGN_NAMES,
  CART_NAMES,
  ENVELOPE_NAMES,
  ORDER_NAMES,
  PRODUCT_NAMES,
  SEARCH_NAMES,
} from './third-party-names';

type NameTable = Readonly<Record<string, readonly string[]>>;

/** Tables in which each prefix precedes each of their names, made once. */
const PRODUCT_FIELDS = underPrefixes(PRODUCT_NAMES, ['product', 'item']);
const CART_FIELDS = underPrefixes(CART_NAMES, ['cart', 'basket']);
const ORDER_FIELDS = underPrefixes(ORDER_NAMES, ['order', 'purchase', 'transaction']);
const SEARCH_FIELDS = underPrefixes(SEARCH_NAMES, ['search']);

/**
 * Gives an event of another ingester the names of our contract, at every level: camelCase,
 * snake_case, flat (`product_brand_name`), nested (`context.product.brandName`), or a
 * mixture. Values stay as they are.
 */
export function toSourceEvent(event: JsonObject): SourceEvent {
  const fields = flatFieldsOf(event);
  const { userAgent, receivedAt, sentAt, ...envelope } = renamed(fields, ENVELOPE_NAMES);
  const eventName = contractName(envelope['eventName']);
  const product = productOf(fields, String(eventName));
  const source = {
    ...envelope,
    eventName,
    // Our ingest has scrubbed what it stored; others may not have.
    pageUrl: scrubbed(withCampaign(envelope['pageUrl'], fields)),
    referrer: scrubbed(envelope['referrer']),
    product: product && { ...product, urlPath: scrubbed(product['urlPath']) },
    cart: partOf(fields, CART_FIELDS),
    order: orderOf(fields, String(eventName)),
    search: searchOf(fields, String(eventName)),
    element: fields.take('element') ?? fields.take('target'),
    checkout: fields.take('checkout'),
    list: fields.take('list'),
    login: fields.take('login'),
    channel: eventName === 'share_click' ? fields.firstValue(['channel']) : undefined,
    currency: fields.firstValue(['currency', 'currencycode', 'productcurrency']),
    _ingest: { receivedAt, sentAt, userAgent },
  };
  const properties = event['properties'] ?? event['customProperties'] ?? event['custom_properties'];
  return inMinorUnits({ ...source, properties: withOwnFields(properties, fields.unusedOf(event)) });
}

/** Every word that one of our fields may have. */
export const KNOWN_WORDS: ReadonlySet<string> = new Set(
  [ENVELOPE_NAMES, PRODUCT_FIELDS, CART_FIELDS, ORDER_FIELDS, SEARCH_FIELDS, CAMPAIGN_NAMES].flatMap(
    (table) => Object.values(table).flat(),
  ),
);

/** Gives one line of a cart or an order our names; undefined when it is not an object. */
function toSourceItem(item: unknown): Readonly<Record<string, unknown>> | undefined {
  const object = objectOf(item);
  if (!object) return undefined;
  const fields = flatFieldsOf(object);
  return { ...renamed(fields, PRODUCT_FIELDS), ...renamed(fields, PRODUCT_NAMES) };
}

/** Names of an order's fields where no other object is named next to them. */
const DATASET_FIELDS: NameTable = {
  ...ORDER_NAMES,
  orderId: ORDER_NAMES.orderId.filter((name) => name !== 'id'),
};

/**
 * The order in a short list of texts; empty ones are ignored. Undefined when none of them belongs
 * to an order.
 */
export function orderIn(dataset: JsonObject): Record<string, unknown> | undefined {
  const orderOfFields = (object: JsonObject) => {
    const fields = flatFieldsOf(object);
    return { ...renamed(fields, DATASET_FIELDS), ...renamed(fields, ORDER_FIELDS) };
  };
  if (Object.keys(orderOfFields(dataset)).length === 0) return undefined;
  const filled = Object.entries(dataset).filter(([, value]) => value !== '');
  return orderOfFields(Object.fromEntries(filled));
}

/** The product in a short list of texts; undefined when it does not name one. */
export function productIn(dataset: JsonObject): Record<string, unknown> | undefined {
  const filled = Object.entries(dataset).filter(([, value]) => value !== '');
  const fields = flatFieldsOf(Object.fromEntries(filled));
  const product = { ...renamed(fields, PRODUCT_NAMES), ...renamed(fields, PRODUCT_FIELDS) };
  return product['id'] === undefined ? undefined : product;
}

/** Events of one order or one product need not repeat whose number, amount or price a field is. */
const ORDER_EVENT = /^(?:checkout_complete$|order_)/;
export const PRODUCT_EVENT = /^(?:product_view|add_to_cart_click|remove_from_cart_click|wishlist_toggle)$/;
const { refundId, revenue, tax, shipping, currency, coupon, items } = ORDER_NAMES;
const BARE_ORDER_FIELDS: NameTable = {
  refundId,
  // Senders that report both mean by the total what was paid.
  revenue: ['total', ...revenue],
  tax,
  shipping,
  currency,
  coupon,
  items,
};
const { price, discountPrice, quantity, brand } = PRODUCT_NAMES;
const BARE_PRODUCT_FIELDS: NameTable = { price, discountPrice, quantity, brand };

const BARE_SEARCH_FIELDS: NameTable = { results: SEARCH_NAMES.results.filter((name) => name !== 'count') };

/** The fields under `refund`, for an event that reports a refund. */
const REFUND_FIELDS = underPrefixes(
  { revenue: ORDER_NAMES.revenue, currency: ORDER_NAMES.currency, items: ORDER_NAMES.items },
  ['refund'],
);

function orderOf(fields: FlatFields, eventName: string): SourceEvent['order'] {
  const refund = eventName === 'order_refund' ? partOf(fields, REFUND_FIELDS) : undefined;
  const named = partOf(fields, ORDER_FIELDS);
  const order = refund || named ? { ...named, ...refund } : undefined;
  return ORDER_EVENT.test(eventName) ? withBare(order, fields, BARE_ORDER_FIELDS) : order;
}

function productOf(fields: FlatFields, eventName: string): Record<string, unknown> | undefined {
  const product = partOf(fields, PRODUCT_FIELDS);
  return product && PRODUCT_EVENT.test(eventName) ? withBare(product, fields, BARE_PRODUCT_FIELDS) : product;
}

/** The missing fields of a part, from fields whose names have no prefix. */
function withBare(
  part: Readonly<Record<string, unknown>> | undefined,
  fields: FlatFields,
  table: NameTable,
): Record<string, unknown> | undefined {
  const lacking = Object.entries(table).filter(([name]) => part?.[name] === undefined);
  const bare = partOf(fields, Object.fromEntries(lacking));
  return part || bare ? { ...bare, ...part } : undefined;
}

/** A search event need not repeat whose results it counts. */
function searchOf(fields: FlatFields, eventName: string): SourceEvent['search'] {
  const search = partOf(fields, SEARCH_FIELDS) ?? searchText(fields);
  return eventName === 'search' && search ? withBare(search, fields, BARE_SEARCH_FIELDS) : search;
}

function searchText(fields: FlatFields): Record<string, unknown> | undefined {
  const term = fields.firstValue(['search', 'searchterm', 'query', 'keyword']);
  return term === undefined ? undefined : { term };
}

/** Separate campaign fields are moved to where ours are: into the address. */
function withCampaign(pageUrl: unknown, fields: FlatFields): unknown {
  const url = typeof pageUrl === 'string' ? pageUrl : '';
  const campaign = new URLSearchParams();
  for (const [name, value] of Object.entries(renamed(fields, CAMPAIGN_NAMES)))
    campaign.set(name, String(value));
  if (campaign.size === 0 || url.includes('utm_')) return pageUrl;
  return `${url}${url.includes('?') ? '&' : '?'}${campaign.toString()}`;
}

const scrubbed = (address: unknown): unknown => (typeof address === 'string' ? scrubUrl(address) : address);

function partOf(fields: FlatFields, table: NameTable): Record<string, unknown> | undefined {
  const part = renamed(fields, table);
  return Object.keys(part).length > 0 ? part : undefined;
}

function renamed(fields: FlatFields, table: NameTable): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const [ours, theirs] of Object.entries(table)) {
    const value = ours === 'items' ? fields.firstList(theirs) : fields.firstValue(theirs);
    if (value !== undefined) found[ours] = Array.isArray(value) ? value.map(toSourceItem) : value;
  }
  return found;
}

function underPrefixes(table: NameTable, prefixes: readonly string[]): NameTable {
  const prefixed = (name: string) => prefixes.map((prefix) => prefix + name);
  const ownWords = (name: string) => (prefixes.some((prefix) => name.startsWith(prefix)) ? [name] : []);
  return Object.fromEntries(
    Object.entries(table).map(([ours, theirs]) => [
      ours,
      [...theirs.flatMap(ownWords), ...theirs.flatMap(prefixed)],
    ]),
  );
}
