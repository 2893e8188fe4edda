import pg from 'pg';
import { closeBooks } from '../../books';
import { aDelivery, aShop, type TestShop } from '../../testing/a-shop';
import { expirePayments } from '../payments/expire-payments';

const MOUSE = 'AC-3201';
const PRICE = 690_000;
const SHIPPING = 30_000;
const actor = 'mai@shop.example';
const origin = { byBrowser: true, userAgent: 'Mozilla/5.0', consent: 'granted', isStaff: null } as const;
const RULES = {
  actor,
  percent: 10,
  amount: null,
  minimum: 0,
  validFrom: null,
  validTo: null,
  mostUses: null,
};

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

const add = (code: string, over: Partial<typeof RULES> | object = {}) =>
  test.shop.deskAddCoupon({ ...RULES, code, ...over });
const usesOf = async (code: string) =>
  (await test.shop.deskCoupons({})).coupons.find((coupon) => coupon.code === code)?.uses;

/** A cart of one mouse that is ready to be ordered. */
async function aCart(payment: 'cash_on_delivery' | 'card_online' = 'cash_on_delivery'): Promise<string> {
  const added = { cartKey: null, customerId: null, productId: MOUSE, quantity: 1 };
  const { cartKey } = await test.shop.addToCart(added);
  await test.shop.saveCheckout({ cartKey, delivery: aDelivery, payment });
  return cartKey;
}
const apply = (cartKey: string, code: string) => test.shop.applyCoupon({ cartKey, code });
const order = async (cartKey: string, expectedTotal: number) =>
  (await test.shop.placeOrder({ cartKey, customerId: null, expectedTotal, origin })).order;

describe('a coupon', () => {
  it('takes off a share or an amount, and order, event and books agree', async () => {
    await add('TET27');
    await add('FIFTY', { percent: null, amount: 50_000 });
    const placed = [];
    for (const [code, off] of [
      ['tet 27', 69_000],
      ['fifty', 50_000],
    ] as const) {
      const cartKey = await aCart();
      expect((await apply(cartKey, code)).coupon).toMatchObject({ discount: off, problem: null });
      placed.push(await order(cartKey, PRICE - off + SHIPPING));
    }
    expect(placed).toMatchObject([
      { subtotal: PRICE, discount: 69_000, coupon: 'TET27', total: 651_000, tax: 59_182 },
      { subtotal: PRICE, discount: 50_000, coupon: 'FIFTY', total: 670_000 },
    ]);
    const events = await admin.query<{ order: object }>(
      `SELECT event -> 'order' AS order FROM outbox_events ORDER BY event -> 'order' ->> 'revenue'`,
    );
    expect(events.rows.map((row) => row.order)).toMatchObject([
      { revenue: 651_000, coupon: 'TET27', discount: 69_000 },
      { revenue: 670_000, coupon: 'FIFTY', discount: 50_000 },
    ]);
    const lines: unknown[] = [];
    await closeBooks(test.dataSource, {
      timeZone: 'UTC',
      now: new Date(Date.now() + 86_400_000),
      store: async (_key, content) =>
        void lines.push(
          ...content
            .trim()
            .split('\n')
            .map((line): unknown => JSON.parse(line)),
        ),
    });
    expect(lines).toMatchObject([
      { amount: 651_000, coupon: 'TET27', discount: 69_000 },
      { amount: 670_000, coupon: 'FIFTY', discount: 50_000 },
      { kind: 'close' },
    ]);
  });

  it('for five orders has five, of twenty buyers at once', async () => {
    await add('FIVE', { mostUses: 5 });
    const carts = await Promise.all(Array.from({ length: 20 }, () => aCart()));
    for (const cartKey of carts) await apply(cartKey, 'FIVE');
    const bought = await Promise.allSettled(carts.map((cartKey) => order(cartKey, 651_000)));
    expect(bought.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    expect(await usesOf('FIVE')).toBe(5);
    const refused = bought.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
    expect(refused.every((words) => words.includes('This coupon has been used up.'))).toBe(true);
    // Nobody has taken a piece for an order that was refused, and the whole price still buys.
    const left = carts[bought.findIndex(({ status }) => status === 'rejected')] ?? '';
    expect((await test.shop.getCart({ cartKey: left }))?.coupon).toMatchObject({ discount: 0 });
    expect(await order(left, PRICE + SHIPPING)).toMatchObject({ coupon: null, discount: 0 });
  });

  it('is used again after its order is cancelled, or was not paid', async () => {
    await add('ONCE', { mostUses: 1 });
    const cartKey = await aCart();
    await apply(cartKey, 'ONCE');
    const { orderId } = await order(cartKey, 651_000);
    await expect(apply(await aCart(), 'ONCE')).rejects.toMatchObject({ code: 'coupon_refused' });
    await test.shop.deskChangeOrder({ orderId, to: 'cancelled', actor, note: '' });
    const byCard = await aCart('card_online');
    await apply(byCard, 'ONCE');
    await order(byCard, 651_000);
    expect(await usesOf('ONCE')).toBe(1);
    await expirePayments(test.dataSource, new Date(Date.now() + 3_600_000));
    expect(await usesOf('ONCE')).toBe(0);
  });

  it('is refused with the reason: unknown, early, late, too small an order', async () => {
    const cartKey = await aCart();
    await add('LATER', { validFrom: '2099-01-01T00:00:00Z' });
    await add('LARGE', { minimum: 1_000_000 });
    await add('OVER');
    await test.shop.deskEndCoupon({ code: 'OVER', actor });
    for (const [code, words] of [
      ["X' OR 1=1", 'There is no such coupon. Check the code.'],
      ['LATER', 'This coupon is not valid yet.'],
      ['OVER', 'This coupon is no longer valid.'],
      ['LARGE', /^This coupon is for orders from 1\.000\.000/],
    ] as const)
      await expect(apply(cartKey, code)).rejects.toMatchObject({
        code: 'coupon_refused',
        message: typeof words === 'string' ? words : expect.stringMatching(words),
      });
    expect((await test.shop.getCart({ cartKey }))?.coupon).toBeNull();
  });

  it('whose total was tampered with buys nothing', async () => {
    const cartKey = await aCart();
    await apply(cartKey, 'TET27');
    await expect(order(cartKey, 100_000)).rejects.toMatchObject({ code: 'total_changed' });
    await test.shop.deskEndCoupon({ code: 'TET27', actor });
    await expect(order(cartKey, 651_000)).rejects.toMatchObject({
      code: 'coupon_refused',
      message: 'This coupon is no longer valid. Please look at the new total.',
    });
    expect((await apply(cartKey, '')).coupon).toBeNull();
  });

  it('is made and ended at the desk, which writes down by whom, and never made again', async () => {
    const { changes } = await test.shop.deskCoupons({});
    expect(changes[0]).toMatchObject({ code: 'TET27', actor, what: 'Ended' });
    await expect(add('TET27')).rejects.toMatchObject({ code: 'bad_input' });
    await expect(add('BOTH', { amount: 1 })).rejects.toMatchObject({ code: 'bad_input' });
    await expect(add('ALL', { percent: 100 })).rejects.toMatchObject({ code: 'bad_input' });
    await expect(add('BACK', { validTo: '2020-01-01' })).rejects.toMatchObject({ code: 'bad_input' });
  });
});

describe('mail to customers', () => {
  const mailsOf = async (orderId: string) =>
    (await test.shop.deskMails({})).items
      .filter((mail) => mail.orderId === orderId)
      .map(({ subject }) => subject);

  it('tells of the order and of its parcel, each once, and of nothing else', async () => {
    const { orderId } = await order(await aCart(), PRICE + SHIPPING);
    for (const to of ['packed', 'shipped', 'delivered'] as const)
      await test.shop.deskChangeOrder({ orderId, to, actor, note: '' });
    expect(await mailsOf(orderId)).toEqual([`Your order ${orderId} is on its way`, `Your order ${orderId}`]);
    const [mail] = (await test.shop.deskMails({})).items.slice(-1);
    expect(mail?.recipient).toBe(aDelivery.email);
    const amount = 90_000;
    await test.shop.deskRefund({ orderId, amount, reason: 'Late', idempotencyKey: 'late', actor });
    expect((await mailsOf(orderId))[0]).toBe(`Money back for your order ${orderId}`);
  });

  it('speaks of no money that nobody has paid, and of no order that is not paid yet', async () => {
    const { orderId } = await order(await aCart(), PRICE + SHIPPING);
    await test.shop.deskChangeOrder({ orderId, to: 'cancelled', actor, note: '' });
    expect(await mailsOf(orderId)).toEqual([`Your order ${orderId} is cancelled`, `Your order ${orderId}`]);
    const open = await order(await aCart('card_online'), PRICE + SHIPPING);
    expect(await mailsOf(open.orderId)).toEqual([]);
  });
});
