import type { CLICKSTREAM_EVENTS, RowOf } from '@clickstream/dw-models/tables';
import { LIMITS } from '@clickstream/event-schema';
import type { SourceEvent } from '@clickstream/event-schema/adapters';
import {
  amountOf,
  countOf,
  currencyOf,
  eventIdOf,
  type EventLocation,
  flagOf,
  idOf,
  isoText,
  loginStateOf,
  moneyOf,
  objectOf,
  scrubFreeText,
  textOf,
} from '@clickstream/event-schema/normalize';
import { readEvent, type EventFault, type ReadEvent } from '@clickstream/event-schema/read-event';
import { boughtItemsOf, type BoughtItem } from './fields/bought-items';
import { channelOf } from './channel/channel';
import { clickedElementOf } from './fields/clicked-element';
import { propertiesOf } from './fields/event-properties';
import { faultDetail } from '../text/fault-detail';
import { campaignOf } from './channel/campaign';
import { pageAddressOf } from './fields/page-address';
import { exportedChannelOf, exportedDeviceOf } from './fields/exported-session';
import { agentKindOf } from './fields/user-agent';

/**
 * One row of `clickstream_events`. Times are texts such as `2026-11-23T08:00:00.000Z`,
 * which sort as the times do.
 */
export interface WarehouseRow extends RowOf<typeof CLICKSTREAM_EVENTS.columns> {
  readonly items: readonly BoughtItem[] | null;
  readonly properties: Readonly<Record<string, unknown>> | null;
}

/**
 * An event as a row, or the reason why it cannot be one; and when it was received, in milliseconds
 * since 1970.
 */
export type RowOrFault =
  | { readonly ok: true; readonly row: WarehouseRow; readonly receivedAt: number }
  | { readonly ok: false; readonly reason: EventFault; readonly detail: string; readonly receivedAt: number };

/** The location of an event, and its earliest time of receipt, in case it does not name one. */
export interface RowLocation extends EventLocation {
  /** The number of the object in the manifest. */
  readonly objectId: number;
  /** Milliseconds since 1970: the hour or day of the object's key. */
  readonly keyTime: number;
}

const NOTHING: Readonly<Record<string, unknown>> = {};

/** Makes the row of one event, ours or another ingester's. */
export function toWarehouseRow(value: unknown, location: RowLocation): RowOrFault {
  const read = readEvent(value, location.keyTime);
  if (!read.ok) return { ...read, detail: faultDetail(read.detail) };
  const { event, eventName } = read;
  const { time, receivedAt, clockOffset } = read.moment;
  const stamp = objectOf(event._ingest) ?? NOTHING;
  const element = clickedElementOf(event.element);
  const properties = withReading(propertiesOf(event), read);

  const pageUrl = textOf(event.pageUrl, LIMITS.maxUrl);
  const referrer = textOf(event.referrer, LIMITS.maxUrl);
  const page = pageAddressOf(pageUrl);
  const campaign = campaignOf(page.query);
  const agent = agentKindOf(textOf(stamp['userAgent']));
  const product = objectOf(event.product) ?? NOTHING;
  const cart = objectOf(event.cart) ?? NOTHING;
  const order = objectOf(event.order) ?? NOTHING;
  const items = boughtItemsOf(order['items'], true) ?? boughtItemsOf(cart['items']);
  const clientId = idOf(event.clientId);
  return {
    ok: true,
    receivedAt,
    row: {
      event_id: eventIdOf(event.eventId, clientId, location),
      event_timestamp: isoText(time, clockOffset === null ? event.eventTimestamp : null),
      event_name: eventName,
      user_id: idOf(event.userId),
      user_login_state: loginStateOf(event.userLoginState),
      identity_source: textOf(event.identitySource),
      client_id: clientId,
      session_id: idOf(event.sessionId),
      is_first_visit: flagOf(event.isFirstVisit),
      context_product_id: idOf(product['id']),
      context_product_name: textOf(product['name']),
      context_product_category: textOf(product['category']),
      context_product_brand: textOf(product['brand']),
      context_product_price: moneyOf(product['price']),
      context_product_discount_price: moneyOf(product['discountPrice']),
      context_product_url_path: textOf(product['urlPath'], LIMITS.maxUrl),
      page_url: pageUrl,
      page_path: page.path,
      page_title: textOf(event.pageTitle),
      referrer,
      utm_source: campaign.source,
      utm_medium: campaign.medium,
      utm_campaign: campaign.name,
      utm_term: campaign.term,
      utm_content: campaign.content,
      channel:
        exportedChannelOf(event.exported) ?? channelOf(campaign, page.host, pageAddressOf(referrer).host),
      device: exportedDeviceOf(event.exported) ?? agent.device,
      search_term: searchTermOf(event),
      cart_id: idOf(cart['cartId']),
      cart_value: moneyOf(cart['value']),
      order_id: idOf(order['orderId']),
      order_revenue: paidOf(order['revenue'], eventName),
      order_tax: paidOf(order['tax'], eventName),
      order_shipping: paidOf(order['shipping'], eventName),
      currency: currencyOf(order['currency'] ?? cart['currency'] ?? event.currency),
      items,
      element,
      properties,
      received_at: isoText(receivedAt, stamp['receivedAt']),
      source_object_id: location.objectId,
      source_line: location.line,
      schema_version: Math.min(countOf(event.schemaVersion, 1) ?? 1, 32_767),
      is_bot: agent.isBot,
      is_staff: flagOf(event.isStaff) ?? false,
      sequence: countOf(event.sequence),
      clock_offset_ms: clockOffset,
      refund_id: idOf(order['refundId']),
      context_product_quantity: countOf(product['quantity'], 1),
    },
  };
}

type Read = Pick<Extract<ReadEvent, { readonly ok: true }>, 'sender' | 'corrections'>;

/**
 * Notes in the properties who wrote the event, if it was not our tracker, and what was corrected.
 * Our events without a fault take no extra room.
 */
function withReading(
  properties: Readonly<Record<string, unknown>> | null,
  { sender, corrections }: Read,
): Readonly<Record<string, unknown>> | null {
  if (sender === 'clickstream' && corrections.length === 0) return properties;
  return {
    ...properties,
    ...(sender !== 'clickstream' && { _sender: sender }),
    ...(corrections.length > 0 && { _corrections: corrections }),
  };
}

/** Scrubbed again for lines that were stored before terms were scrubbed. */
function searchTermOf({ search }: SourceEvent): string | null {
  const term = textOf(objectOf(search)?.['term']);
  return term === null ? null : scrubFreeText(term);
}

/**
 * An amount of an order. Some senders write a refund with a minus, which the event's name says
 * already.
 */
function paidOf(value: unknown, eventName: string): number | null {
  const amount = eventName === 'order_refund' ? amountOf(value) : moneyOf(value);
  return amount === null ? null : Math.abs(amount);
}
