import pg from 'pg';
import { readBookLine, type BookLine } from '@clickstream/event-schema/books';
import { aDelivery, aShop, type TestShop } from '../testing/a-shop';
import { closeBooks, type CloseBooks } from './close-books';

const ZONE = 'Asia/Ho_Chi_Minh';

let test: TestShop;
let files: Map<string, string>;
beforeEach(async () => {
  test = await aShop();
  files = new Map();
});
afterEach(() => test.close());

/** The books, closed at noon of a day in UTC. */
const closeOn = (day: string, over: Partial<CloseBooks> = {}) =>
  closeBooks(test.dataSource, {
    timeZone: ZONE,
    now: new Date(`${day}T12:00:00Z`),
    store: async (key, content) => void files.set(key, content),
    ...over,
  });

const keyOf = (day: string) => `orders/2026/11/${day}/books.jsonl`;

function linesOf(day: string): BookLine[] {
  const lines = (files.get(keyOf(day)) ?? '').trim().split('\n').filter(Boolean);
  return lines.map((line) => {
    const read = readBookLine(JSON.parse(line));
    if (!read.ok) throw new Error(read.reason);
    return read.line;
  });
}

async function asAdmin(sql: string, values: unknown[] = []): Promise<void> {
  const client = new pg.Client({ connectionString: test.urls.shop_admin });
  await client.connect();
  await client.query(sql, values);
  await client.end();
}

/** Buys a laptop, and dates the order. */
async function anOrder(placedAt: string) {
  const { shop } = test;
  const none = { cartKey: null, customerId: null };
  const { cart, cartKey } = await shop.addToCart({ ...none, productId: 'LT-1301', quantity: 1 });
  await shop.saveCheckout({ cartKey, delivery: aDelivery, payment: 'bank_transfer' });
  const origin = { byBrowser: true, userAgent: 'Firefox', consent: 'denied', isStaff: null } as const;
  const { order } = await shop.placeOrder({
    cartKey,
    customerId: null,
    expectedTotal: cart.subtotal,
    origin,
  });
  await asAdmin('UPDATE orders SET placed_at = $2 WHERE id = $1', [order.orderId, placedAt]);
  return order;
}

const aRefund = (id: string, orderId: string, at: string, amount = 500_000) =>
  test.dataSource.query(
    `INSERT INTO refunds (id, order_id, amount, reason, refunded_at, idempotency_key) VALUES ($1, $2, $3, 'broken', $4, $1)`,
    [id, orderId, amount, at],
  );

const close = (number: number, day: string, entries: number) => ({
  number,
  kind: 'close',
  day: `2026-11-${day}`,
  timeZone: ZONE,
  currency: 'VND',
  entries,
});

it("writes each day of the shop's clock, with what the shop knows of an order, and a close for a day without any", async () => {
  const early = await anOrder('2026-11-02T16:59:59.999Z');
  const late = await anOrder('2026-11-02T17:00:00Z');
  await aRefund('R-1', early.orderId, '2026-11-04T03:00:00Z');
  const { closed, stored } = await closeOn('2026-11-05');
  expect(closed).toEqual(['2026-11-02', '2026-11-03', '2026-11-04']);
  expect(stored).toEqual(['02', '03', '04'].map(keyOf));
  expect(linesOf('02')).toEqual([
    {
      number: 1,
      kind: 'order',
      orderId: early.orderId,
      at: '2026-11-02T16:59:59.999Z',
      amount: early.total,
      currency: 'VND',
      cartId: early.cartAnalyticsId,
      byBrowser: true,
      userAgent: 'Firefox',
      consent: 'denied',
    },
    close(2, '02', 1),
  ]);
  expect(linesOf('03')).toEqual([
    expect.objectContaining({ number: 3, orderId: late.orderId }),
    close(4, '03', 1),
  ]);
  expect(linesOf('04')).toEqual([
    {
      number: 5,
      kind: 'refund',
      refundId: 'R-1',
      orderId: early.orderId,
      at: '2026-11-04T03:00:00.000Z',
      amount: 500_000,
      currency: 'VND',
    },
    close(6, '04', 1),
  ]);
});

it('closes a day once: written again it is the same file, and what comes late is in the next one', async () => {
  await anOrder('2026-11-02T03:00:00Z');
  await closeOn('2026-11-03');
  const before = files.get(keyOf('02'));
  const late = await anOrder('2026-11-02T04:00:00Z');
  expect(await closeOn('2026-11-03', { again: ['2026-11-02'] })).toEqual({
    closed: [],
    stored: [keyOf('02')],
  });
  expect(files.get(keyOf('02'))).toBe(before);
  await closeOn('2026-11-04');
  expect(linesOf('03')).toEqual([
    expect.objectContaining({ number: 3, orderId: late.orderId, at: '2026-11-02T04:00:00.000Z' }),
    close(4, '03', 1),
  ]);
});

it('closes nothing of today, and nothing of a shop without orders', async () => {
  expect(await closeOn('2026-11-05')).toEqual({ closed: [], stored: [] });
  await anOrder('2026-11-05T03:00:00Z');
  expect(await closeOn('2026-11-05')).toEqual({ closed: [], stored: [] });
});

it('stores with the next call what it could not store, with the same numbers', async () => {
  await anOrder('2026-11-02T03:00:00Z');
  const failing = closeOn('2026-11-03', { store: () => Promise.reject(new Error('no bucket')) });
  await expect(failing).rejects.toThrow('no bucket');
  expect(await closeOn('2026-11-03')).toEqual({ closed: [], stored: [keyOf('02')] });
  expect(linesOf('02').map(({ number }) => number)).toEqual([1, 2]);
});

it('numbers without a gap when several close at the same moment', async () => {
  for (const day of ['02', '03', '04']) await anOrder(`2026-11-${day}T03:00:00Z`);
  await Promise.all([closeOn('2026-11-05'), closeOn('2026-11-05'), closeOn('2026-11-05')]);
  const numbers = ['02', '03', '04'].flatMap((day) => linesOf(day).map(({ number }) => number));
  expect(numbers).toEqual([1, 2, 3, 4, 5, 6]);
});

it('keeps the application from changing a line, and from refunding twice with one key', async () => {
  const { orderId } = await anOrder('2026-11-02T03:00:00Z');
  await aRefund('R-1', orderId, '2026-11-02T04:00:00Z');
  await closeOn('2026-11-03');
  for (const sql of [
    "UPDATE book_lines SET line = '{}'",
    'DELETE FROM book_lines',
    'UPDATE refunds SET amount = 1',
  ])
    await expect(test.dataSource.query(sql)).rejects.toThrow('permission denied');
  await expect(
    test.dataSource.query(
      `INSERT INTO refunds (id, order_id, amount, reason, idempotency_key) VALUES ('R-2', $1, 1, 'again', 'R-1')`,
      [orderId],
    ),
  ).rejects.toThrow('refunds_idempotency_key_key');
});
