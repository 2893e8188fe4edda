/** The types of the columns that are filled by `COPY`, by the names that PostgreSQL gives them. */
export type ColumnType =
  'text' | 'jsonb' | 'numeric' | 'timestamptz' | 'uuid' | 'boolean' | 'smallint' | 'integer' | 'bigint';

/**
 * The columns of `public.clickstream_events`, with their types, in the table's order, which is the order of the ETL's
 * `COPY`. Plain data: whoever writes rows in bulk needs no TypeORM for it.
 */
export const EVENT_COLUMN_TYPES = {
  // These sixteen are fixed, in this order: SQL that people already have reads them.
  event_id: 'uuid',
  event_timestamp: 'timestamptz',
  event_name: 'text',
  user_id: 'text',
  user_login_state: 'text',
  identity_source: 'text',
  client_id: 'text',
  session_id: 'text',
  is_first_visit: 'boolean',
  context_product_id: 'text',
  context_product_name: 'text',
  context_product_category: 'text',
  context_product_brand: 'text',
  context_product_price: 'numeric',
  context_product_discount_price: 'numeric',
  context_product_url_path: 'text',
  page_url: 'text',
  page_path: 'text',
  page_title: 'text',
  referrer: 'text',
  utm_source: 'text',
  utm_medium: 'text',
  utm_campaign: 'text',
  utm_term: 'text',
  utm_content: 'text',
  channel: 'text',
  device: 'text',
  search_term: 'text',
  cart_id: 'text',
  cart_value: 'numeric',
  order_id: 'text',
  order_revenue: 'numeric',
  order_tax: 'numeric',
  order_shipping: 'numeric',
  currency: 'text',
  items: 'jsonb',
  element: 'jsonb',
  properties: 'jsonb',
  // Fixed widths last, side by side: no byte is lost to alignment between them.
  received_at: 'timestamptz',
  source_object_id: 'integer',
  source_line: 'integer',
  schema_version: 'smallint',
  is_bot: 'boolean',
  is_staff: 'boolean',
  sequence: 'integer',
  clock_offset_ms: 'bigint',
  // Added later, and new columns come last.
  refund_id: 'text',
  context_product_quantity: 'integer',
} as const satisfies Readonly<Record<string, ColumnType>>;

/** The name of a column of `public.clickstream_events`. */
export type EventColumn = keyof typeof EVENT_COLUMN_TYPES;

/** Their names. */
export const EVENT_COLUMNS = Object.keys(EVENT_COLUMN_TYPES) as readonly EventColumn[];

/** How many of them, from the first, are fixed by name and place. */
export const FIXED_COLUMN_COUNT = 16;
