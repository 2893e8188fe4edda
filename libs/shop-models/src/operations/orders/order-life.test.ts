import pg from 'pg';
import { closeBooks } from '../../books';
import { aDelivery, aShop, type TestShop } from '../../testing/a-shop';
import { changeOrder } from './change-order';
import { placePastOrder } from './place-past-order';

const MOUSE = 'AC-3201';
const PRICE = 690_000;
const lan = { customerId: 'sub-lan', email: 'lan@example.com', name: 'Lan' };
const asLan = { customerId: lan.customerId, orderKeys: [] };
const nobody = { customerId: 'sub-somebody', orderKeys: [] };

let test: TestShop;
let admin: pg.Client;
beforeAll(async () => {
  test = await aShop();
  admin = new pg.Client({ connectionString: test.urls.shop_admin });
  await admin.connect();
  await test.shop.welcomeCustomer({ customer: lan, cartKey: null });
});
afterAll(async () => {
  await admin.end();
  await test.close();
});

async function rows<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
  return (await admin.query(sql, values)).rows as Row[];
}
const pieces = async () =>
  (await rows<{ pieces: number }>('SELECT pieces FROM stock WHERE product_id = $1', [MOUSE]))[0]?.pieces ?? 0;
const refundsOf = (orderId: string) =>
  rows('SELECT amount::integer, reason FROM refunds WHERE order_id = $1', [orderId]);

/** An order of Lan's, or of a guest: three mice. */
async function anOrder(customerId: string | null = lan.customerId) {
  const added = { cartKey: null, customerId, productId: MOUSE, quantity: 3 };
  const { cartKey } = await test.shop.addToCart(added);
  await test.shop.saveCheckout({ cartKey, delivery: aDelivery, payment: 'cash_on_delivery' });
  const expectedTotal = 3 * PRICE;
  const { order, orderKey } = await test.shop.placeOrder({
    cartKey,
    customerId,
    expectedTotal,
  });
  return { ...order, orderKey };
}

/** Brings an order through these statuses, as the desk does. */
async function pass(orderId: string, ...statuses: ('packed' | 'shipped' | 'delivered' | 'returned')[]) {
  for (const to of statuses)
    await test.dataSource.transaction((manager) =>
      changeOrder(manager, { orderId, to, actor: 'mai@shop.example', note: '' }),
    );
}

describe('a new order', () => {
  it('is placed, and among the orders of its customer, the newest first', async () => {
    const [first, second] = [await anOrder(), await anOrder()];
    expect(first).toMatchObject({ status: 'placed', refunded: 0, steps: [{ status: 'placed' }] });
    const { items, total } = await test.shop.listOrders({ customerId: lan.customerId });
    expect(items.map(({ orderId }) => orderId).slice(0, 2)).toEqual([second.orderId, first.orderId]);
    expect(items[0]).toMatchObject({ status: 'placed', total: 3 * PRICE, products: [{ quantity: 3 }] });
    expect(total).toBe(2);
    await expect(test.shop.listOrders(nobody)).rejects.toMatchObject({ code: 'bad_input' });
    await expect(test.shop.listOrders({ customerId: nobody.customerId })).resolves.toMatchObject({
      items: [],
    });
  });
});

describe('an order of a guest', () => {
  const owner = { customerId: 'sub-owner', email: aDelivery.email.toUpperCase(), name: 'Lan' };
  const welcome = (emailIsConfirmed: boolean) =>
    test.shop.welcomeCustomer({ customer: { ...owner, emailIsConfirmed }, cartKey: null });
  const owned = async () =>
    (await test.shop.listOrders({ customerId: owner.customerId })).items.map(({ orderId }) => orderId);

  it('is its customer’s once they have an account with the confirmed address', async () => {
    const { orderId } = await anOrder(null);
    await welcome(false);
    await expect(owned()).resolves.toEqual([]);
    await welcome(true);
    await expect(owned()).resolves.toEqual([orderId]);
    await expect(
      test.shop.getOrder({ orderId, viewer: { customerId: owner.customerId, orderKeys: [] } }),
    ).resolves.toMatchObject({ orderId });
  });

  it('stays another customer’s who was signed in', async () => {
    const { orderId } = await anOrder();
    await welcome(true);
    expect(await owned()).not.toContain(orderId);
  });
});

describe('cancelOrder', () => {
  it('brings the pieces back and refunds all of it, once, however often it is sent', async () => {
    const before = await pieces();
    const { orderId } = await anOrder();
    expect(await pieces()).toBe(before - 3);
    const cancel = () => test.shop.cancelOrder({ orderId, viewer: asLan, reason: 'Too late' });
    const answers = await Promise.all([cancel(), cancel(), cancel()]);
    for (const answer of [...answers, await cancel()])
      expect(answer).toMatchObject({
        status: 'cancelled',
        refunded: 3 * PRICE,
        steps: [{ status: 'placed' }, { status: 'cancelled' }],
      });
    expect(await pieces()).toBe(before);
    await expect(refundsOf(orderId)).resolves.toEqual([{ amount: 3 * PRICE, reason: 'Too late' }]);
  });

  it('takes the order out of the books again', async () => {
    const { orderId } = await anOrder();
    await test.shop.cancelOrder({ orderId, viewer: asLan, reason: '' });
    const files: string[] = [];
    const tomorrow = new Date(Date.now() + 48 * 3_600_000);
    await closeBooks(test.dataSource, {
      timeZone: 'Asia/Ho_Chi_Minh',
      now: tomorrow,
      store: async (_key, content) => void files.push(content),
    });
    const lines = files
      .join('')
      .split('\n')
      .filter((line) => line.includes(orderId));
    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
      { kind: 'order', amount: 3 * PRICE },
      { kind: 'refund', amount: 3 * PRICE },
    ]);
  });

  it('is open to the browser that placed the order, and to nobody else', async () => {
    const { orderId, orderKey } = await anOrder();
    const cancel = (viewer: typeof asLan | { customerId: null; orderKeys: string[] }) =>
      test.shop.cancelOrder({ orderId, viewer, reason: '' });
    await expect(cancel(nobody)).rejects.toMatchObject({ code: 'order_not_found' });
    await expect(cancel({ customerId: null, orderKeys: [] })).rejects.toMatchObject({
      code: 'order_not_found',
    });
    await expect(cancel({ customerId: null, orderKeys: [orderKey] })).resolves.toMatchObject({
      status: 'cancelled',
    });
  });

  it('comes too late once the courier has it', async () => {
    const { orderId } = await anOrder();
    await pass(orderId, 'packed', 'shipped');
    await expect(test.shop.cancelOrder({ orderId, viewer: asLan, reason: '' })).rejects.toMatchObject({
      code: 'status_refused',
      message: `Order ${orderId} is shipped: it cannot be cancelled now.`,
    });
    await expect(refundsOf(orderId)).resolves.toEqual([]);
  });
});

describe('requestReturn', () => {
  it('waits for the shop, which brings the pieces back', async () => {
    const { orderId } = await anOrder();
    await pass(orderId, 'packed', 'shipped', 'delivered');
    const asked = { orderId, viewer: asLan, reason: 'Too small' };
    await expect(test.shop.requestReturn(asked)).resolves.toMatchObject({ status: 'return_requested' });
    const before = await pieces();
    await pass(orderId, 'returned');
    expect(await pieces()).toBe(before + 3);
    const changes = await rows(
      `SELECT actor, from_status, to_status, note FROM order_changes WHERE order_id = $1 ORDER BY id DESC LIMIT 2`,
      [orderId],
    );
    expect(changes).toEqual([
      { actor: 'mai@shop.example', from_status: 'return_requested', to_status: 'returned', note: '' },
      { actor: 'customer', from_status: 'delivered', to_status: 'return_requested', note: 'Too small' },
    ]);
  });

  it('is refused before the delivery, and a month after it', async () => {
    const { orderId } = await anOrder();
    const ask = () => test.shop.requestReturn({ orderId, viewer: asLan, reason: '' });
    await expect(ask()).rejects.toMatchObject({ code: 'status_refused' });
    await pass(orderId, 'packed', 'shipped', 'delivered');
    await admin.query(
      `UPDATE order_changes SET changed_at = now() - interval '31 days' WHERE order_id = $1`,
      [orderId],
    );
    await expect(ask()).rejects.toMatchObject({ message: `Order ${orderId} arrived more than 30 days ago.` });
  });
});

it('a past order takes no stock, and has arrived after three days', async () => {
  const before = await pieces();
  const past = (placedAt: string, orderId: string) => ({
    orderId,
    cartAnalyticsId: '0b2f5c1e-8d4a-4f6b-9c3d-2e1f0a9b8c7d',
    placedAt: new Date(placedAt),
    items: [{ productId: MOUSE, quantity: 3 }],
    details: { delivery: aDelivery, payment: 'cash_on_delivery' as const },
    total: 3 * PRICE,
  });
  const now = new Date('2026-11-30T00:00:00Z');
  await test.dataSource.transaction(async (manager) => {
    await placePastOrder(manager, past('2026-11-20T08:00:00Z', 'OLD-1'), now);
    await placePastOrder(manager, past('2026-11-29T08:00:00Z', 'OLD-2'), now);
  });
  expect(await pieces()).toBe(before);
  await expect(rows(`SELECT id, status FROM orders WHERE id LIKE 'OLD-%' ORDER BY id`)).resolves.toEqual([
    { id: 'OLD-1', status: 'delivered' },
    { id: 'OLD-2', status: 'placed' },
  ]);
});
