import { SCHEMA_VERSION, type Order as TrackedOrder } from '@clickstream/event-schema';
import { eventIdOf } from '@clickstream/event-schema/event-id-of';
import type { EntityManager } from 'typeorm';
import type { OperationInputs } from '../contract/operation-inputs';
import type { Order } from '../contract/shop-contract';
import { toTrackedOrder } from '../contract/tracked-order';
import type { OrderEntity } from '../entities';

type Placed = Pick<OperationInputs['placeOrder'], 'customerId' | 'origin' | 'visitor'>;

/** Notes who told it. Not content: the browser's copy, which lacks it, is the same event. */
const TOLD_BY_SHOP = { _told_by: 'server' };

/**
 * Puts the event of an order into the outbox, in the transaction that writes the order: both are
 * there or neither is. Its id is that of the browser's own event, so that it counts once.
 *
 * The shopper's consent decides: granted, with the ids of browser and customer; cookieless, without
 * any, as the tracker does; denied or not known, there is no event. An order without a browser, by
 * phone, has nobody to ask and no ids.
 */
export async function tellOrder(manager: EntityManager, order: Order, placed: Placed): Promise<void> {
  const { origin } = placed;
  if (!mayTell(origin)) return;
  const { orderId, placedAt } = order;
  const eventId = orderEventId(orderId, placedAt);
  const event = {
    eventName: 'checkout_complete',
    eventId,
    eventTimestamp: placedAt,
    schemaVersion: SCHEMA_VERSION,
    ...shopperOf(placed),
    ...(origin?.isStaff && { isStaff: true }),
    order: inLists(toTrackedOrder(order), placed),
    ...(origin?.consent === 'granted' && { cart: { cartId: order.cartAnalyticsId } }),
    properties: TOLD_BY_SHOP,
  };
  const isHeld = !order.isSold;
  await putEvent(manager, { eventId, event, userAgent: origin?.userAgent ?? null, isHeld });
}

/**
 * Lets the event of an order go that has waited for its payment.
 *
 * @returns false when none has waited: it was dropped meanwhile, or consent allows none
 */
export async function releaseOrderEvent(manager: EntityManager, order: OrderEntity): Promise<boolean> {
  const released = await manager.query<[unknown, number]>(
    `UPDATE outbox_events SET next_at = now(), written_at = now() WHERE event_id = $1 AND next_at = 'infinity'`,
    [orderEventId(order.id, order.placedAt.toISOString())],
  );
  return released[1] > 0;
}

/** Drops the event of an order that nobody has paid, with the ids of its browser. */
export async function dropOrderEvent(manager: EntityManager, order: OrderEntity): Promise<void> {
  await manager.query(`DELETE FROM outbox_events WHERE event_id = $1 AND next_at = 'infinity'`, [
    orderEventId(order.id, order.placedAt.toISOString()),
  ]);
}

function orderEventId(orderId: string, placedAt: string): string {
  return eventIdOf(`checkout_complete:${orderId}`, placedAt);
}

/** Money given back for an order. */
interface ToldRefund {
  readonly refundId: string;
  readonly amount: number;
  readonly currency: string;
  readonly at: Date;
}

/**
 * Puts the event of a refund into the outbox, in the transaction that writes it. No browser tells a
 * refund, and it names none; the consent of its order decides, as for the order itself.
 */
export async function tellRefund(
  manager: EntityManager,
  order: OrderEntity,
  refund: ToldRefund,
): Promise<void> {
  if (!mayTell(order)) return;
  const { refundId, amount: revenue, currency } = refund;
  const at = refund.at.toISOString();
  const eventId = eventIdOf(`order_refund:${refundId}`, at);
  const event = {
    eventName: 'order_refund',
    eventId,
    eventTimestamp: at,
    schemaVersion: SCHEMA_VERSION,
    ...(order.isStaff && { isStaff: true }),
    order: { orderId: order.id, refundId, revenue, currency },
    properties: TOLD_BY_SHOP,
  };
  await putEvent(manager, { eventId, event, userAgent: null, isHeld: false });
}

function mayTell(origin: Pick<OrderEntity, 'consent' | 'byBrowser'> | undefined): boolean {
  const { consent, byBrowser } = origin ?? {};
  return consent === 'granted' || consent === 'cookieless' || (consent === null && byBrowser === false);
}

/** The shopper as the tracker would name them, as far as consent goes. */
function shopperOf({ customerId, origin, visitor }: Placed): Record<string, unknown> {
  if (!origin?.byBrowser) return { userId: null };
  const state =
    customerId === null
      ? { userLoginState: 'guest', identitySource: 'guest_checkout' }
      : { userLoginState: 'logged_in', identitySource: 'cognito_email' };
  const pageUrl = visitor?.pageUrl ?? null;
  if (origin.consent !== 'granted')
    return { userId: null, ...state, pageUrl: pageUrl && pageUrl.replace(/[?#].*/s, '') };
  const { clientId = null, sessionId = null } = visitor ?? {};
  return { clientId, sessionId, userId: customerId, ...state, pageUrl };
}

/** The order, each of its products with the list in which it was chosen, as far as consent goes. */
function inLists(order: TrackedOrder, { origin, visitor }: Placed): TrackedOrder {
  if (origin?.consent !== 'granted' || !visitor?.places) return order;
  const places = new Map(visitor.places.map(({ productId, ...place }) => [productId, place]));
  return { ...order, items: order.items?.map((item) => ({ ...item, ...places.get(item.id) })) };
}

interface NewEvent {
  readonly eventId: string;
  readonly event: object;
  readonly userAgent: string | null;
  /** True until the order is sold. */
  readonly isHeld: boolean;
}

async function putEvent(
  manager: EntityManager,
  { eventId, event, userAgent, isHeld }: NewEvent,
): Promise<void> {
  await manager.query(
    `INSERT INTO outbox_events (event_id, event, user_agent, next_at)
     VALUES ($1, $2, $3, CASE WHEN $4 THEN 'infinity' ELSE now() END) ON CONFLICT DO NOTHING`,
    [eventId, JSON.stringify(event), userAgent, isHeld],
  );
}
