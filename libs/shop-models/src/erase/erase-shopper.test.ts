import pg from 'pg';
import { aDelivery, aShop, type TestShop } from '../testing/a-shop';
import { eraseShopper } from './erase-shopper';

const LAN = {
  customerId: 'sub-lan',
  email: 'Lan@example.com',
  name: 'Nguyễn Thị Lan',
  emailIsConfirmed: false,
};
const OTHER = { customerId: 'sub-an', email: 'an@example.com', name: 'Trần An', emailIsConfirmed: true };
/** Everything of Lan that a table may hold. */
const OF_LAN =
  /sub-lan|lan@example|Thị Lan|0912345678|12 Lê Lợi|Bến Thành|ring twice|too small|client-lan|Lans browser|squeaks|signed Lan/i;
const TABLES = [
  'customers',
  'carts',
  'cart_keys',
  'cart_items',
  'orders',
  'order_items',
  'order_changes',
  'refunds',
  'outbox_events',
  'book_lines',
  'payments',
  'mails',
  'addresses',
  'reviews',
  'review_changes',
  'sign_in_codes',
  'sign_in_sessions',
];

let test: TestShop;
let admin: pg.Client;
beforeAll(async () => {
  test = await aShop();
  admin = new pg.Client({ connectionString: test.urls.shop_admin });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await test.close();
});

const add = (customerId: string | null) =>
  test.shop.addToCart({ cartKey: null, customerId, productId: 'LT-1301', quantity: 1 });

async function anOrder(customerId: string | null, clientId: string, delivery = {}) {
  const { cart, cartKey } = await add(customerId);
  const whole = { ...aDelivery, note: 'ring twice', ...delivery };
  await test.shop.saveCheckout({ cartKey, delivery: whole, payment: 'cash_on_delivery' });
  const { order } = await test.shop.placeOrder({
    cartKey,
    customerId,
    expectedTotal: cart.subtotal,
    origin: { byBrowser: true, userAgent: `${clientId}s browser`, consent: 'granted', isStaff: null },
    visitor: {
      clientId,
      sessionId: `session-of-${clientId}`,
      pageUrl: `https://shop.example/?of=${clientId}`,
    },
  });
  return order;
}

/** A review by Lan, which the desk hides with a reason that names her. */
async function aHiddenReview() {
  const { orderId } = await anOrder(LAN.customerId, 'client-lan');
  const actor = 'mai@shop.example';
  for (const to of ['packed', 'shipped', 'delivered'] as const)
    await test.shop.deskChangeOrder({ orderId, to, actor, note: '' });
  const review = { stars: 2, title: 'It squeaks', body: 'The hinge squeaks.', shownName: 'Thị Lan' };
  const { customerId, email, name } = LAN;
  const customer = { customerId, email, name };
  await test.shop.writeReview({ customer, productId: 'LT-1301', review });
  const [shown] = (await test.shop.listReviews({ productId: 'LT-1301' })).items;
  const judged = { reviewId: shown?.reviewId ?? '', what: 'hidden', actor } as const;
  await test.shop.deskJudgeReview({ ...judged, reason: 'It was signed Lan' });
  await test.shop.deskJudgeReview({ ...judged, what: 'shown', reason: 'All may be' });
}

async function everything(): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {};
  for (const table of TABLES) {
    const { rows } = await admin.query<{ row: string }>(
      `SELECT to_jsonb(t)::text AS row FROM ${table} AS t ORDER BY 1`,
    );
    all[table] = rows.map(({ row }) => row);
  }
  return all;
}

const sums = async () =>
  (
    await admin.query(`SELECT count(*)::int AS orders, sum(total)::bigint AS total, sum(tax)::bigint AS tax,
      (SELECT sum(amount)::bigint FROM refunds) AS refunded, (SELECT sum(quantity)::int FROM order_items) AS pieces,
      (SELECT sum(pieces)::int FROM stock) AS stock FROM orders`)
  ).rows;

it('leaves nothing of a customer but what their orders came to, and all of others', async () => {
  for (const customer of [LAN, OTHER]) await test.shop.welcomeCustomer({ customer, cartKey: null });
  const { name, phone, address, ward, province } = aDelivery;
  const kept = { name, phone, address, ward, province };
  const { customerId, email } = LAN;
  await test.shop.keepAddress({ customer: { customerId, email, name }, address: kept });
  await test.shop.requestSignInCode({ email, toOutbox: true });
  const theirs = await anOrder(LAN.customerId, 'client-lan');
  await anOrder(null, 'client-lan');
  await add(LAN.customerId);
  const viewer = { customerId: LAN.customerId, orderKeys: [] };
  await test.shop.cancelOrder({ orderId: theirs.orderId, viewer, reason: 'too small' });
  await aHiddenReview();
  const different = {
    name: 'Trần An',
    email: 'an@example.com',
    phone: '0987654321',
    address: '9 Hai Bà Trưng',
    ward: 'Tân Định',
    note: '',
  };
  await anOrder(OTHER.customerId, 'client-an', different);
  const [before, sumsBefore] = [await everything(), await sums()];
  expect(JSON.stringify(before)).toMatch(OF_LAN);

  const erased = await eraseShopper(admin, { kind: 'user', id: LAN.customerId });
  expect(erased).toEqual({ accounts: 1, orders: 3, carts: 4, waitingEvents: expect.any(Number) });
  const after = await everything();
  expect(JSON.stringify(after)).not.toMatch(OF_LAN);
  expect(await sums()).toEqual(sumsBefore);
  for (const table of TABLES) {
    const ofOthers = before[table]?.filter((row) => /sub-an|client-an|Trần An/.test(row));
    expect(after[table]).toEqual(expect.arrayContaining(ofOthers ?? []));
  }
  // The stars are what others have read.
  await expect(test.shop.listReviews({ productId: 'LT-1301' })).resolves.toMatchObject({
    items: [{ stars: 2, title: '', body: '', shownName: '', hasWriter: false }],
    average: 2,
  });
  expect((await test.shop.deskOrder({ orderId: theirs.orderId }))?.status).toBe('cancelled');
  expect(await eraseShopper(admin, { kind: 'user', id: LAN.customerId })).toEqual({
    accounts: 0,
    orders: 0,
    carts: 0,
    waitingEvents: 0,
  });
});

it('takes a browser out of the events that wait, and out of the orders that they tell', async () => {
  const { orderId } = await anOrder(null, 'client-lan');
  const waiting = (await admin.query('SELECT count(*)::int AS n FROM outbox_events')).rows[0].n;
  expect(await eraseShopper(admin, { kind: 'client', id: 'client-lan' })).toMatchObject({
    accounts: 0,
    orders: 1,
    carts: 1,
  });
  const { rows } = await admin.query('SELECT event FROM outbox_events');
  expect(rows).toHaveLength(waiting);
  expect(JSON.stringify(rows)).not.toMatch(OF_LAN);
  expect(JSON.stringify(rows)).toContain(orderId);
});
