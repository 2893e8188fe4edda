import { objectOf } from '../../normalize/field-values';
import { scrubUrl } from '../../scrub-url';
import type { SourceEvent } from '../source-event';
import { firstList, firstValue, flatFieldsOf, type FlatFields } from './flat-fields';
import {
  CAMPAIGN_NAMES,
  CART_NAMES,
  ENVELOPE_NAMES,
  ORDER_NAMES,
  PRODUCT_NAMES,
  SEARCH_NAMES,
} from './third-party-names';

type NameTable = Readonly<Record<string, readonly string[]>>;

/** Tables with each prefix put before each of their names, made once. */
const PRODUCT_FIELDS = underPrefixes(PRODUCT_NAMES, ['product', 'item']);
const CART_FIELDS = underPrefixes(CART_NAMES, ['cart', 'basket']);
const ORDER_FIELDS = underPrefixes(ORDER_NAMES, ['order', 'purchase', 'transaction']);
const SEARCH_FIELDS = underPrefixes(SEARCH_NAMES, ['search']);

/**
 * Gives an event of another ingester the names of our contract, at every level: camelCase, snake_case, flat
 * (`product_brand_name`), nested (`context.product.brandName`), or a mixture. Values stay as they are.
 */
export function toSourceEvent(event: Readonly<Record<string, unknown>>): SourceEvent {
  const fields = flatFieldsOf(event);
  const { userAgent, receivedAt, sentAt, ...envelope } = renamed(fields, ENVELOPE_NAMES);
  const product = partOf(fields, PRODUCT_FIELDS);
  return {
    ...envelope,
    // Our own ingest has scrubbed what it stored; who else did is not known.
    pageUrl: scrubbed(withCampaign(envelope['pageUrl'], fields)),
    referrer: scrubbed(envelope['referrer']),
    product: product && { ...product, urlPath: scrubbed(product['urlPath']) },
    cart: partOf(fields, CART_FIELDS),
    order: orderOf(fields, String(envelope['eventName'])),
    search: partOf(fields, SEARCH_FIELDS) ?? searchText(fields),
    element: fields.get('element') ?? fields.get('target'),
    checkout: fields.get('checkout'),
    list: fields.get('list'),
    login: fields.get('login'),
    properties: event['properties'] ?? event['customProperties'] ?? event['custom_properties'],
    _ingest: { receivedAt, sentAt, userAgent },
  };
}

/** Gives one line of a cart or an order our names; undefined when it is no object. */
function toSourceItem(item: unknown): Readonly<Record<string, unknown>> | undefined {
  const object = objectOf(item);
  if (!object) return undefined;
  const fields = flatFieldsOf(object);
  return { ...renamed(fields, PRODUCT_FIELDS), ...renamed(fields, PRODUCT_NAMES) };
}

function orderOf(fields: FlatFields, eventName: string): SourceEvent['order'] {
  const order = partOf(fields, ORDER_FIELDS);
  if (order?.['items'] !== undefined || !/checkout_complete|order/.test(eventName)) return order;
  const items = firstList(fields, ORDER_NAMES.items);
  return items || order ? { ...order, items: items?.map(toSourceItem) } : undefined;
}

function searchText(fields: FlatFields): SourceEvent['search'] {
  const term = firstValue(fields, ['search', 'searchterm', 'query', 'keyword']);
  return term === undefined ? undefined : { term };
}

/** Campaign fields of their own are put where ours are: into the address. */
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
    const value = ours === 'items' ? firstList(fields, theirs) : firstValue(fields, theirs);
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
