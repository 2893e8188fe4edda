/**
 * The columns of `public.clickstream_events` in the table's order, which is the order of the ETL's `COPY`.
 * Plain data: whoever writes rows in bulk needs no TypeORM for it.
 */
export const EVENT_COLUMNS = [
  // These sixteen are fixed, in this order: SQL that people already have reads them.
  'event_id',
  'event_timestamp',
  'event_name',
  'user_id',
  'user_login_state',
  'identity_source',
  'client_id',
  'session_id',
  'is_first_visit',
  'context_product_id',
  'context_product_name',
  'context_product_category',
  'context_product_brand',
  'context_product_price',
  'context_product_discount_price',
  'context_product_url_path',
  'page_url',
  'page_path',
  'page_title',
  'referrer',
  'utm_source',
  'utm_medium',
  'utm_campaign',
  'utm_term',
  'utm_content',
  'channel',
  'device',
  'search_term',
  'cart_id',
  'cart_value',
  'order_id',
  'order_revenue',
  'order_tax',
  'order_shipping',
  'currency',
  'items',
  'element',
  'properties',
  // Fixed widths last, side by side: no byte is lost to alignment between them.
  'received_at',
  'source_object_id',
  'source_line',
  'schema_version',
  'is_bot',
  'is_staff',
  'sequence',
  'clock_offset_ms',
] as const;

/** The name of a column of `public.clickstream_events`. */
export type EventColumn = (typeof EVENT_COLUMNS)[number];

/** How many of them, from the first, are fixed by name and place. */
export const FIXED_COLUMN_COUNT = 16;
