import type { EventColumn } from '@clickstream/dw-models/tables';

/**
 * Content of an event, whoever sent it and however often: copies that differ in one of these
 * columns are two events.
 */
export const CONTENT_COLUMNS = [
  'event_name',
  'context_product_id',
  'context_product_name',
  'context_product_category',
  'context_product_brand',
  'context_product_price',
  'context_product_discount_price',
  'context_product_url_path',
  'search_term',
  'cart_value',
  'order_id',
  'order_revenue',
  'order_tax',
  'order_shipping',
  'currency',
  'items',
  'element',
  'properties',
  'refund_id',
  'context_product_quantity',
] as const satisfies readonly EventColumn[];

/** The sender, cart and page of an event: a copy without them is not evidence of another event. */
export const SENDER_COLUMNS = [
  'user_id',
  'client_id',
  'cart_id',
  'page_url',
  'page_path',
] as const satisfies readonly EventColumn[];

/** Circumstances of a copy, which differ by request, reload and reader. */
export const CIRCUMSTANCE_COLUMNS = [
  'event_id',
  'event_timestamp',
  'user_login_state',
  'identity_source',
  'session_id',
  'is_first_visit',
  'page_title',
  'referrer',
  'utm_source',
  'utm_medium',
  'utm_campaign',
  'utm_term',
  'utm_content',
  'channel',
  'device',
  'received_at',
  'source_object_id',
  'source_line',
  'schema_version',
  'is_bot',
  'is_staff',
  'sequence',
  'clock_offset_ms',
] as const satisfies readonly EventColumn[];

/**
 * Events to which a page gives the id of a fact, so that a reload reports it again: without storage
 * from a browser with a new id, and after a purchase with a new cart.
 */
const TOLD_BY_PAGES = `('checkout_step', 'checkout_complete', 'order_refund', 'login_success', 'sign_up')`;

/**
 * The names of the columns in which two copies of an event differ, as SQL; '' for copies with the
 * same content.
 */
export function differencesSql(one: string, other: string): string {
  const differ = (column: EventColumn) => `${one}.${column} IS DISTINCT FROM ${other}.${column}`;
  // NULL, and so false, where either copy lacks it.
  const contradict = (column: EventColumn) => `${one}.${column} <> ${other}.${column}`;
  const agree = (column: EventColumn) => `coalesce(${one}.${column} = ${other}.${column}, false)`;
  const isOfBrowser = `${one}.event_name NOT IN ${TOLD_BY_PAGES}`;
  const conditions: readonly (readonly [EventColumn, string])[] = [
    ...CONTENT_COLUMNS.map((column): [EventColumn, string] => [
      column,
      column === 'properties'
        ? `${ownProperties(one)} <> ${ownProperties(other)}`
        : column === 'items'
          ? `${differ(column)} AND ${boughtLines(one)} IS DISTINCT FROM ${boughtLines(other)}`
          : differ(column),
    ]),
    ['user_id', `${contradict('user_id')} AND NOT ${agree('client_id')}`],
    ['client_id', `${isOfBrowser} AND ${contradict('client_id')} AND NOT ${agree('user_id')}`],
    ['cart_id', `${isOfBrowser} AND ${contradict('cart_id')}`],
    ['page_url', `${one}.event_name = 'page_view' AND ${contradict('page_url')}`],
    ['page_path', `${isOfBrowser} AND ${contradict('page_path')}`],
  ];
  const names = conditions.map(([column, condition]) => `CASE WHEN ${condition} THEN '${column}' END`);
  return `concat_ws(', ', ${names.join(', ')})`;
}

/**
 * The properties without notes: the reader's, who told an order, the browser or the shop, and what
 * rows of earlier versions do not have.
 */
const ownProperties = (row: string) =>
  `coalesce(${row}.properties, '{}') - '{_sender,_corrections,_told_by}'::text[] #- '{list,first}' #- '{list,shown}'`;

/**
 * Lines without the lists in which their products were chosen: a browser that tells an order again
 * may have forgotten them.
 */
const boughtLines = (row: string) =>
  `CASE WHEN ${row}.items IS NOT NULL THEN (
    SELECT coalesce(jsonb_agg(line - '{list,position}'::text[] ORDER BY place), '[]')
    FROM jsonb_array_elements(${row}.items) WITH ORDINALITY AS told (line, place)) END`;
