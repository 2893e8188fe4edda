import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One event, once. The row is what the browser sent, with what the ETL derives from it. */
@Entity({ name: 'clickstream_events' })
@Index('clickstream_events_time', ['eventTimestamp'], { type: 'brin' })
@Index('clickstream_events_session', ['sessionId'])
export class ClickstreamEvent {
  @PrimaryColumn({ type: 'uuid', name: 'event_id', primaryKeyConstraintName: 'clickstream_events_pkey' })
  eventId!: string;

  @Column({ type: 'timestamptz', name: 'event_timestamp' })
  eventTimestamp!: Date;

  @Column({ type: 'text', name: 'event_name' })
  eventName!: string;

  @Column({ type: 'text', name: 'user_id', nullable: true })
  userId!: string | null;

  @Column({ type: 'text', name: 'user_login_state', nullable: true })
  userLoginState!: string | null;

  @Column({ type: 'text', name: 'identity_source', nullable: true })
  identitySource!: string | null;

  @Column({ type: 'text', name: 'client_id', nullable: true })
  clientId!: string | null;

  @Column({ type: 'text', name: 'session_id', nullable: true })
  sessionId!: string | null;

  @Column({ type: 'boolean', name: 'is_first_visit', nullable: true })
  isFirstVisit!: boolean | null;

  @Column({ type: 'text', name: 'context_product_id', nullable: true })
  contextProductId!: string | null;

  @Column({ type: 'text', name: 'context_product_name', nullable: true })
  contextProductName!: string | null;

  @Column({ type: 'text', name: 'context_product_category', nullable: true })
  contextProductCategory!: string | null;

  @Column({ type: 'text', name: 'context_product_brand', nullable: true })
  contextProductBrand!: string | null;

  @Column({ type: 'numeric', name: 'context_product_price', nullable: true })
  contextProductPrice!: string | null;

  @Column({ type: 'numeric', name: 'context_product_discount_price', nullable: true })
  contextProductDiscountPrice!: string | null;

  @Column({ type: 'text', name: 'context_product_url_path', nullable: true })
  contextProductUrlPath!: string | null;

  @Column({ type: 'text', name: 'page_url', nullable: true })
  pageUrl!: string | null;

  @Column({ type: 'text', name: 'page_path', nullable: true })
  pagePath!: string | null;

  @Column({ type: 'text', name: 'page_title', nullable: true })
  pageTitle!: string | null;

  @Column({ type: 'text', name: 'referrer', nullable: true })
  referrer!: string | null;

  @Column({ type: 'text', name: 'utm_source', nullable: true })
  utmSource!: string | null;

  @Column({ type: 'text', name: 'utm_medium', nullable: true })
  utmMedium!: string | null;

  @Column({ type: 'text', name: 'utm_campaign', nullable: true })
  utmCampaign!: string | null;

  @Column({ type: 'text', name: 'utm_term', nullable: true })
  utmTerm!: string | null;

  @Column({ type: 'text', name: 'utm_content', nullable: true })
  utmContent!: string | null;

  @Column({ type: 'text', name: 'channel', nullable: true })
  channel!: string | null;

  @Column({ type: 'text', name: 'device', nullable: true })
  device!: string | null;

  @Column({ type: 'text', name: 'search_term', nullable: true })
  searchTerm!: string | null;

  @Column({ type: 'text', name: 'cart_id', nullable: true })
  cartId!: string | null;

  @Column({ type: 'numeric', name: 'cart_value', nullable: true })
  cartValue!: string | null;

  @Column({ type: 'text', name: 'order_id', nullable: true })
  orderId!: string | null;

  @Column({ type: 'numeric', name: 'order_revenue', nullable: true })
  orderRevenue!: string | null;

  @Column({ type: 'numeric', name: 'order_tax', nullable: true })
  orderTax!: string | null;

  @Column({ type: 'numeric', name: 'order_shipping', nullable: true })
  orderShipping!: string | null;

  @Column({ type: 'text', name: 'currency', nullable: true })
  currency!: string | null;

  @Column({ type: 'jsonb', name: 'items', nullable: true })
  items!: object | null;

  @Column({ type: 'jsonb', name: 'element', nullable: true })
  element!: object | null;

  @Column({ type: 'jsonb', name: 'properties', nullable: true })
  properties!: object | null;

  @Column({ type: 'timestamptz', name: 'received_at', default: () => 'now()' })
  receivedAt!: Date;

  @Column({ type: 'integer', name: 'source_object_id', nullable: true })
  sourceObjectId!: number | null;

  @Column({ type: 'integer', name: 'source_line', nullable: true })
  sourceLine!: number | null;

  @Column({ type: 'smallint', name: 'schema_version', default: 1 })
  schemaVersion!: number;

  @Column({ type: 'boolean', name: 'is_bot', default: false })
  isBot!: boolean;

  @Column({ type: 'boolean', name: 'is_staff', default: false })
  isStaff!: boolean;

  @Column({
    type: 'integer',
    name: 'sequence',
    nullable: true,
    comment:
      'Its place among the events of its browser: orders events of one moment, those without it first.',
  })
  sequence!: number | null;

  @Column({
    type: 'bigint',
    name: 'clock_offset_ms',
    nullable: true,
    comment:
      'Milliseconds that were added to the time the browser gave, whose clock was wrong; NULL where it was right.',
  })
  clockOffsetMs!: string | null;

  @Column({
    type: 'text',
    name: 'refund_id',
    nullable: true,
    comment: "The shop's id of the refund: a refund told again carries the same.",
  })
  refundId!: string | null;

  @Column({
    type: 'integer',
    name: 'context_product_quantity',
    nullable: true,
    comment: 'Pieces of the product that the event is about; NULL where it says nothing of that.',
  })
  contextProductQuantity!: number | null;
}
