import { expirePayments } from '@clickstream/shop-models';
import { payOrder, sign, takeNotice, testProvider } from '@clickstream/shop-models/payment';
import { aDelivery } from '@clickstream/shop-models/testing';
import type { OperationInputs, ShopGateway } from './gateway';
import { GATEWAY_KINDS, twoGateways, type TwoGateways } from './testing/two-gateways';

const MOUSE = 'AC-3201';
const PRICE = 690_000 + 30_000;
const secret = 'secret of the provider';
const origin = { byBrowser: true, userAgent: 'Mozilla/5.0', consent: 'granted', isStaff: null } as const;

let gateways: TwoGateways;
beforeAll(async () => {
  gateways = await twoGateways();
});
afterAll(() => gateways.close());

async function rows<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
  return gateways.dataSource.query<Row[]>(sql, values);
}
const pieces = async () =>
  (await rows<{ pieces: number }>('SELECT pieces FROM stock WHERE product_id = $1', [MOUSE]))[0]?.pieces ?? 0;
const setPieces = (count: number) =>
  rows('UPDATE stock SET pieces = $2 WHERE product_id = $1', [MOUSE, count]);
/** The events of an order that may leave the shop. */
const told = (orderId: string) =>
  rows<{ name: string; client: string }>(
    `SELECT event ->> 'eventName' AS name, event ->> 'clientId' AS client FROM outbox_events
     WHERE next_at < 'infinity' AND event -> 'order' ->> 'orderId' = $1 ORDER BY written_at`,
    [orderId],
  );

/** An order of a mouse by a guest that waits for its card. */
async function anOrder(shop: ShopGateway) {
  const added = { cartKey: null, customerId: null, productId: MOUSE, quantity: 1 };
  const { cartKey } = await shop.addToCart(added);
  await shop.saveCheckout({ cartKey, delivery: aDelivery, payment: 'card_online' });
  const visitor = { clientId: 'client-1', sessionId: 'session-1', pageUrl: null };
  const placing = { cartKey, customerId: null, expectedTotal: PRICE, origin, visitor };
  // A double click: both get the one order.
  const [{ order, orderKey }] = await Promise.all([shop.placeOrder(placing), shop.placeOrder(placing)]);
  return { orderId: order.orderId, viewer: { customerId: null, orderKeys: [orderKey] } };
}

describe.each(GATEWAY_KINDS)('payments through the %s gateway', (kind) => {
  let shop: ShopGateway;
  beforeAll(async () => {
    shop = await gateways.open(kind);
  });
  const provider = testProvider({ secret });
  const notice = (paymentId: string, outcome = 'succeeded') => {
    const body = JSON.stringify({ paymentId, outcome, reason: '' });
    return { body, signature: sign(body, secret) };
  };
  const statusOf = async (orderId: string) => (await shop.deskOrder({ orderId }))?.status;
  const stepsOf = async (orderId: string) =>
    (await shop.deskOrder({ orderId }))?.steps.map(({ status }) => status);
  const paymentIds = async (orderId: string) =>
    (
      await rows<{ id: string }>('SELECT id FROM payments WHERE order_id = $1 ORDER BY started_at', [orderId])
    ).map(({ id }) => id);
  const charged = async (orderId: string) =>
    (await paymentIds(orderId)).map((id) => provider.taken.get(id)).filter(Boolean);
  const pay = (own: OperationInputs['startPayment'], card: string) =>
    payOrder(shop, provider, { ...own, card });
  const expire = async (orderId: string) => {
    const [{ until } = { until: new Date() }] = await rows<{ until: Date }>(
      'SELECT pay_until AS until FROM orders WHERE id = $1',
      [orderId],
    );
    await expirePayments(gateways.dataSource, new Date(until.getTime() + 1));
  };

  it('an order waits for its card, counts nowhere, and keeps its pieces', async () => {
    await setPieces(50);
    const before = await shop.deskToday({});
    const own = await anOrder(shop);
    expect(await pieces()).toBe(49);
    expect(await shop.getOrder(own)).toMatchObject({
      status: 'awaiting_payment',
      isSold: false,
      openPayment: { state: 'open' },
    });
    expect(await shop.deskToday({})).toMatchObject({ orders: before.orders, revenue: before.revenue });
    expect(await told(own.orderId)).toEqual([]);
  });

  it('succeeds: the order is paid, sold and told, once for twenty submissions at once', async () => {
    const own = await anOrder(shop);
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => pay(own, 'succeeds')));
    expect(new Set(outcomes)).toEqual(new Set(['succeeded', ...outcomes]));
    expect(outcomes).not.toContain('declined');
    expect(await charged(own.orderId)).toEqual([PRICE]);
    expect(await stepsOf(own.orderId)).toEqual(['awaiting_payment', 'paid']);
    expect(await told(own.orderId)).toEqual([{ name: 'checkout_complete', client: 'client-1' }]);
    // The back button, an hour later.
    expect(await pay(own, 'succeeds')).toBe('nothing_to_pay');
    expect(await charged(own.orderId)).toEqual([PRICE]);
  });

  it('declines: nothing is taken, the reason is shown, and another card pays', async () => {
    const own = await anOrder(shop);
    expect(await pay(own, 'declines')).toBe('declined');
    expect(await shop.getOrder(own)).toMatchObject({
      status: 'awaiting_payment',
      openPayment: { state: 'declined', reason: 'Not enough money on the card.' },
    });
    expect(await charged(own.orderId)).toEqual([]);
    expect(await pay(own, 'succeeds')).toBe('succeeded');
    expect(await charged(own.orderId)).toEqual([PRICE]);
  });

  it('times out and then succeeds: two tabs meanwhile ask for no second charge', async () => {
    const own = await anOrder(shop);
    expect(await pay(own, 'times_out')).toBe('pending');
    expect(await Promise.all([pay(own, 'succeeds'), pay(own, 'declines')])).toEqual(['pending', 'pending']);
    expect((await shop.getOrder(own))?.openPayment?.state).toBe('pending');
    const [paymentId = ''] = await paymentIds(own.orderId);
    expect(await takeNotice(shop, provider, notice(paymentId))).toBe('taken');
    expect([await statusOf(own.orderId), await charged(own.orderId)]).toEqual(['paid', [PRICE]]);
  });

  it('answers twice, at once and after each other, also that it declined: it is paid once', async () => {
    const own = await anOrder(shop);
    await pay(own, 'times_out');
    const [paymentId = ''] = await paymentIds(own.orderId);
    const both = [
      takeNotice(shop, provider, notice(paymentId)),
      takeNotice(shop, provider, notice(paymentId)),
    ];
    expect(await Promise.all(both)).toEqual(['taken', 'taken']);
    await takeNotice(shop, provider, notice(paymentId, 'declined'));
    expect(await stepsOf(own.orderId)).toEqual(['awaiting_payment', 'paid']);
    expect(await told(own.orderId)).toHaveLength(1);
    expect(await shop.duePaymentRefunds({})).toEqual([]);
  });

  it('a notice that the provider has not signed is refused', async () => {
    const own = await anOrder(shop);
    await pay(own, 'times_out');
    const [paymentId = ''] = await paymentIds(own.orderId);
    const { body, signature } = notice(paymentId);
    for (const forged of [
      { body, signature: '' },
      { body, signature: sign(body, 'another secret') },
      { body, signature: sign(body, secret, Date.now() - 600_000) },
      { body: body.replace('pay_', 'pay-'), signature },
    ])
      expect(await takeNotice(shop, provider, forged)).toBe('not_signed');
    expect(await takeNotice(shop, provider, notice('pay_of_nobody'))).toBe('unknown_payment');
    expect(await statusOf(own.orderId)).toBe('awaiting_payment');
  });

  it('succeeds after the order was cancelled: all of it goes back, once, and nothing was sold', async () => {
    const own = await anOrder(shop);
    await pay(own, 'times_out');
    const before = await pieces();
    await shop.cancelOrder({ ...own, reason: '' });
    expect(await pieces()).toBe(before + 1);
    const [paymentId = ''] = await paymentIds(own.orderId);
    await takeNotice(shop, provider, notice(paymentId));
    await takeNotice(shop, provider, notice(paymentId));
    expect(provider.given.get(paymentId)).toBe(PRICE);
    expect(await shop.getOrder(own)).toMatchObject({ status: 'cancelled', isSold: false, refunded: 0 });
    expect(await told(own.orderId)).toEqual([]);
  });

  it('is not made in time: the pieces are back, and a late payment has them, or its money back', async () => {
    await expirePayments(gateways.dataSource, new Date(Date.now() + 3_600_000));
    const [first, second] = [await anOrder(shop), await anOrder(shop)];
    await Promise.all([pay(first, 'times_out'), pay(second, 'times_out')]);
    const before = await pieces();
    await expire(second.orderId);
    expect(await pieces()).toBe(before + 2);
    expect([await statusOf(first.orderId), await statusOf(second.orderId)]).toEqual([
      'payment_failed',
      'payment_failed',
    ]);
    await setPieces(1);
    const ids = [...(await paymentIds(first.orderId)), ...(await paymentIds(second.orderId))];
    await Promise.all(ids.map((id) => takeNotice(shop, provider, notice(id))));
    const ends = [await statusOf(first.orderId), await statusOf(second.orderId)];
    expect([ends.sort(), await pieces()]).toEqual([['paid', 'payment_failed'], 0]);
    expect(ids.map((id) => provider.given.get(id) ?? 0).sort()).toEqual([0, PRICE]);
    await setPieces(50);
  });

  it('goes back by the card when the order is cancelled or refunded in part, as in the books', async () => {
    const own = await anOrder(shop);
    await pay(own, 'succeeds');
    const { orderId } = own;
    const actor = 'mai@shop.example';
    await shop.deskRefund({ orderId, amount: 100_000, reason: 'Late', idempotencyKey: orderId, actor });
    await shop.cancelOrder({ ...own, reason: '' });
    const due = await shop.duePaymentRefunds({});
    expect(due.map(({ amount }) => amount)).toEqual([100_000, PRICE - 100_000]);
    const [paymentId = ''] = await paymentIds(orderId);
    await takeNotice(shop, provider, notice(paymentId));
    expect(due.map(({ refundId }) => provider.given.get(refundId))).toEqual([100_000, PRICE - 100_000]);
    expect(await shop.duePaymentRefunds({})).toEqual([]);
    expect((await told(orderId)).map(({ name }) => name)).toEqual([
      'checkout_complete',
      'order_refund',
      'order_refund',
    ]);
  });

  it('forty buyers of ten pieces pay for ten, and no payment is lost', async () => {
    await setPieces(10);
    const buyers = await Promise.allSettled(
      Array.from({ length: 40 }, async () => {
        const own = await anOrder(shop);
        await Promise.all([pay(own, 'succeeds'), pay(own, 'answers_twice')]);
        return own.orderId;
      }),
    );
    const orders = buyers.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect([orders.length, await pieces()]).toEqual([10, 0]);
    const sums = await Promise.all(orders.map(async (id) => [await statusOf(id), await charged(id)]));
    expect(sums).toEqual(orders.map(() => ['paid', [PRICE]]));
    await setPieces(50);
  });

  it('is nobody else’s to make', async () => {
    const { orderId } = await anOrder(shop);
    const somebody = { orderId, viewer: { customerId: 'sub-somebody', orderKeys: [] } };
    await expect(pay(somebody, 'succeeds')).rejects.toMatchObject({ code: 'order_not_found' });
  });
});
