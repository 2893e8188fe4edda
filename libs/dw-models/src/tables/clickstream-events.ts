import type { Table } from './table';

/** One event, once. The row is what the browser sent, with what the ETL derives from it. */
export const CLICKSTREAM_EVENTS = {
  name: 'clickstream_events',
  primaryKey: ['event_id'],
  columns: {
    // These sixteen are fixed, in this order: existing SQL reads them.
    event_id: { type: 'uuid' },
    event_timestamp: { type: 'timestamptz' },
    event_name: { type: 'text' },
    user_id: { type: 'text', nullable: true },
    user_login_state: { type: 'text', nullable: true },
    identity_source: { type: 'text', nullable: true },
    client_id: { type: 'text', nullable: true },
    session_id: { type: 'text', nullable: true },
    is_first_visit: { type: 'boolean', nullable: true },
    context_product_id: { type: 'text', nullable: true },
    context_product_name: { type: 'text', nullable: true },
    context_product_category: { type: 'text', nullable: true },
    context_product_brand: { type: 'text', nullable: true },
    context_product_price: { type: 'numeric', nullable: true },
    context_product_discount_price: { type: 'numeric', nullable: true },
    context_product_url_path: { type: 'text', nullable: true },
    page_url: { type: 'text', nullable: true },
    page_path: { type: 'text', nullable: true },
    page_title: { type: 'text', nullable: true },
    referrer: { type: 'text', nullable: true },
    utm_source: { type: 'text', nullable: true },
    utm_medium: { type: 'text', nullable: true },
    utm_campaign: { type: 'text', nullable: true },
    utm_term: { type: 'text', nullable: true },
    utm_content: { type: 'text', nullable: true },
    channel: { type: 'text', nullable: true },
    device: { type: 'text', nullable: true },
    search_term: { type: 'text', nullable: true },
    cart_id: { type: 'text', nullable: true },
    cart_value: { type: 'numeric', nullable: true },
    order_id: { type: 'text', nullable: true },
    order_revenue: { type: 'numeric', nullable: true },
    order_tax: { type: 'numeric', nullable: true },
    order_shipping: { type: 'numeric', nullable: true },
    currency: { type: 'text', nullable: true },
    items: { type: 'jsonb', nullable: true },
    element: { type: 'jsonb', nullable: true },
    properties: { type: 'jsonb', nullable: true },
    // Columns of fixed width last, next to each other: no byte is lost to alignment between them.
    received_at: { type: 'timestamptz', defaultSql: 'now()' },
    source_object_id: { type: 'integer', nullable: true },
    source_line: { type: 'integer', nullable: true },
    schema_version: { type: 'smallint', default: 1 },
    is_bot: { type: 'boolean', default: false },
    is_staff: { type: 'boolean', default: false },
    sequence: {
      type: 'integer',
      nullable: true,
      comment:
        'Its place among the events of its browser: orders events of one moment, those without it first.',
    },
    clock_offset_ms: {
      type: 'bigint',
      nullable: true,
      comment:
        'Milliseconds that were added to the time the browser gave, whose clock was wrong; NULL where it was right.',
    },
    // Added later, and new columns come last.
    refund_id: {
      type: 'text',
      nullable: true,
      comment: "The shop's id of the refund: a refund told again carries the same.",
    },
    context_product_quantity: {
      type: 'integer',
      nullable: true,
      comment: 'Pieces of the product that the event is about; NULL where it says nothing of that.',
    },
  },
  indexes: {
    clickstream_events_time: { columns: ['event_timestamp'], type: 'brin' },
    clickstream_events_object: { columns: ['source_object_id'], type: 'brin' },
    clickstream_events_session: { columns: ['session_id'] },
    clickstream_events_by_server: {
      columns: ['event_id'],
      where: "event_name = 'checkout_complete' AND properties ? '_told_by'",
    },
    clickstream_events_page_view: {
      columns: ['event_timestamp'],
      includes: ['session_id', 'user_login_state', 'is_bot', 'is_staff'],
      where: "event_name = 'page_view'",
    },
    clickstream_events_search: { columns: ['event_timestamp'], where: "event_name = 'search'" },
    clickstream_events_step: {
      columns: ['event_timestamp'],
      includes: [
        'session_id',
        'event_name',
        'context_product_id',
        'user_login_state',
        'is_bot',
        'is_staff',
        'event_id',
        'sequence',
        'client_id',
        'user_id',
      ],
      where: "event_name IN ('product_view', 'add_to_cart_click', 'checkout_start', 'checkout_complete')",
    },
  },
} as const satisfies Table;

/** The number of columns, from the first, that are fixed by name and position. */
export const FIXED_COLUMN_COUNT = 16;

/** The name of one of its columns. */
export type EventColumn = keyof typeof CLICKSTREAM_EVENTS.columns;
