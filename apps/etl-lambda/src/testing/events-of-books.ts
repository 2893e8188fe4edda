import { newEventId, type ClickstreamEvent } from '@clickstream/event-schema';
import { aCheckoutComplete, anAddToCart, anOrderRefund } from '@clickstream/event-schema/testing';
import { received } from '@clickstream/warehouse-load/testing';
import type { PlannedOrder, PlannedRefund } from './planned-books';

/** The amount by which a wrong one is wrong. */
export const WRONG_BY = 1_000;

/** The order id under which an order is told a second time. */
export const otherIdOf = (orderId: string): string => `${orderId}-again`;

/** Events of the planned orders and refunds as ingest writes them, with the planned faults. */
export function* eventsOfBooks(
  orders: readonly PlannedOrder[],
  refunds: readonly PlannedRefund[],
): Generator<object> {
  for (const order of orders) yield* eventsOfOrder(order);
  for (const { refundId, orderId, toldAt, amount } of refunds) {
    const order = { orderId, refundId, revenue: amount, currency: 'VND' };
    yield received(anOrderRefund({ ...atTime(toldAt), order, sessionId: null, clientId: null }));
  }
}

function* eventsOfOrder({ orderId, at, amount, cartId, fault }: PlannedOrder): Generator<object> {
  const visitor = { clientId: `c-${orderId}`, sessionId: `s-${orderId}` };
  if (fault?.reason === 'lost') {
    const cart = { cartId, value: amount, currency: 'VND', items: [] };
    yield received({ ...anAddToCart({ ...atTime(at), ...visitor }), cart } as ClickstreamEvent);
  }
  if (fault?.class === 'missing') return;
  const revenue = fault?.class === 'wrong_amount' ? amount - WRONG_BY : amount;
  const complete = (id: string) =>
    received(
      aCheckoutComplete({
        ...atTime(at),
        ...visitor,
        order: { orderId: id, revenue, currency: 'VND', items: [] },
        cart: { cartId },
        ...(fault?.reason === 'by_server' && { properties: { _told_by: 'server' } }),
      } as Parameters<typeof aCheckoutComplete>[0]),
    );
  yield complete(orderId);
  if (fault?.reason === 'told_twice') yield complete(orderId);
  if (fault?.reason === 'another_id') yield complete(otherIdOf(orderId));
}

function atTime(at: string) {
  return { eventTimestamp: at, eventId: newEventId(Date.parse(at)) };
}
