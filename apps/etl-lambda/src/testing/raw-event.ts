import type { PlainEvent } from './plain-event';
import { DESKTOP_AGENT } from '@clickstream/warehouse-load/testing';

/** The day, and the hour, around whose end events happen. */
export const DAY = Date.parse('2026-10-31T00:00:00Z');

const BOT_AGENT = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';

/** The first hour in which events are received: after all of them have happened. */
export const FIRST_RECEIPT = DAY + 86_400_000;

/** The event as ingest would have written it. */
export function rawEvent(event: PlainEvent): object {
  const receivedAt = FIRST_RECEIPT + event.receivedHour * 3_600_000 + 1;
  const query = event.source ? `?utm_source=${event.source}` : '';
  return {
    eventId: event.id,
    [event.isThirdParty ? 'event_name' : 'eventName']: event.name,
    eventTimestamp: new Date(event.at - (event.offset ?? 0)).toISOString(),
    sequence: event.sequence,
    sessionId: event.session,
    clientId: event.client,
    userId: event.user,
    userLoginState: event.state,
    isFirstVisit: event.firstVisit,
    isStaff: event.staff,
    pageUrl: `https://shop.example${event.path}${query}`,
    product: event.product,
    list: event.list && {
      name: event.list.name,
      items: Array.from({ length: event.list.shown }, (_, index) => ({
        id: `P${index}`,
        position: event.list?.first && event.list.first + index,
      })),
    },
    cart: event.cart && { ...event.cart, id: undefined, cartId: event.cart.id },
    order: event.order && {
      ...event.order,
      id: undefined,
      refund: undefined,
      items: event.order.items.map(({ list, ...item }) => ({ ...item, listName: list })),
      orderId: event.order.id,
      refundId: event.order.refund,
    },
    _ingest: {
      receivedAt: new Date(receivedAt).toISOString(),
      ...(event.offset !== null && { sentAt: new Date(receivedAt - event.offset).toISOString() }),
      userAgent: event.bot ? BOT_AGENT : DESKTOP_AGENT,
    },
  };
}
