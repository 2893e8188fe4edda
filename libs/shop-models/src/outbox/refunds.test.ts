import { validateEvent } from '@clickstream/event-schema/validate';
import { aDelivery, aShop, type TestShop } from '../testing/a-shop';

const MOUSE = 'AC-3201';
const PRICE = 690_000;
const actor = 'mai@shop.example';

let test: TestShop;
beforeAll(async () => {
  test = await aShop();
});
afterAll(() => test.close());

/** An order of three mice. */
async function anOrder(consent: 'granted' | 'denied' = 'granted'): Promise<string> {
  const { shop } = test;
  const { cartKey } = await shop.addToCart({
    cartKey: null,
    customerId: null,
    productId: MOUSE,
    quantity: 3,
  });
  await shop.saveCheckout({ cartKey, delivery: aDelivery, payment: 'bank_transfer' });
  const origin = { byBrowser: true, userAgent: 'Firefox', consent, isStaff: null };
  const placing = { cartKey, customerId: null, expectedTotal: 3 * PRICE, origin };
  return (await shop.placeOrder(placing)).order.orderId;
}

const refund = (orderId: string, amount: number, idempotencyKey: string) =>
  test.shop.deskRefund({ orderId, amount, reason: 'Scratched', idempotencyKey, actor });

/** Refunds in the outbox. */
async function told(orderId: string) {
  const rows = await test.dataSource.query<{ event: object; amount: string; at: Date; id: string }[]>(
    `SELECT event, amount, refunded_at AS at, r.id FROM outbox_events JOIN refunds AS r ON r.id = event #>> '{order,refundId}'
     WHERE r.order_id = $1 ORDER BY refunded_at`,
    [orderId],
  );
  expect(rows.map(({ event }) => validateEvent(event).ok)).not.toContain(false);
  return rows;
}

it('is told once for each refund, also for the rest when the order is cancelled, and names nobody', async () => {
  const orderId = await anOrder();
  await Promise.all([refund(orderId, PRICE, 'once'), refund(orderId, PRICE, 'once')]);
  await test.shop.deskChangeOrder({ orderId, to: 'cancelled', actor, note: '' });
  const rows = await told(orderId);
  expect(rows.map(({ amount }) => Number(amount))).toEqual([PRICE, 2 * PRICE]);
  for (const { event, amount, at, id } of rows)
    expect(event).toEqual({
      eventName: 'order_refund',
      eventId: expect.any(String),
      eventTimestamp: at.toISOString(),
      schemaVersion: 1,
      order: { orderId, refundId: id, revenue: Number(amount), currency: 'VND' },
      properties: { _told_by: 'server' },
    });
});

it('is not told of an order whose shopper did not want to be counted', async () => {
  const orderId = await anOrder('denied');
  await refund(orderId, PRICE, 'denied');
  expect(await told(orderId)).toEqual([]);
});
