import pg from 'pg';
import { aDelivery, aShop, type TestShop } from '../testing/a-shop';

let test: TestShop;
beforeAll(async () => {
  test = await aShop();
});
afterAll(() => test.close());

const lan = { customerId: 'sub-lan', email: 'lan@example.com', name: 'Lan' };
const LAPTOP = 26_490_000;
const MOUSE = 690_000;

/** A cart with a laptop and two mice, ready to be ordered for `total`. */
async function aReadyCart(): Promise<{ cartId: string; total: number }> {
  const { cartId } = await test.shop.addToCart({
    cartId: null,
    customerId: null,
    productId: 'LT-1301',
    quantity: 1,
  });
  await test.shop.addToCart({ cartId, customerId: null, productId: 'AC-3201', quantity: 2 });
  await test.shop.saveCheckout({ cartId, delivery: aDelivery, payment: 'cash_on_delivery' });
  return { cartId, total: LAPTOP + 2 * MOUSE };
}

const place = (cartId: string, expectedTotal: number, customerId: string | null = null) =>
  test.shop.placeOrder({ cartId, customerId, expectedTotal });

async function asAdmin(sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: test.urls.shop_admin });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows as Record<string, unknown>[];
}

describe('placeOrder', () => {
  it('keeps what was bought, for how much, and where it goes', async () => {
    const { cartId, total } = await aReadyCart();
    const order = await place(cartId, total);
    expect(order).toMatchObject({
      orderId: expect.stringMatching(/^SBW-[2-9A-HJKMNP-Z]{8}$/),
      subtotal: total,
      shipping: 0,
      tax: Math.round(total / 11),
      total,
      details: { delivery: aDelivery, payment: 'cash_on_delivery' },
    });
    expect(order.items.map(({ product, quantity, unitPrice }) => [product.id, quantity, unitPrice])).toEqual([
      ['LT-1301', 1, LAPTOP],
      ['AC-3201', 2, MOUSE],
    ]);
  });

  it('is one order, however often and at whatever moment it is asked for', async () => {
    const { cartId, total } = await aReadyCart();
    // With open connections the six really meet; opening one takes longer than an order.
    await Promise.all(Array.from({ length: 6 }, () => test.dataSource.query('SELECT pg_sleep(0.1)')));
    const orders = await Promise.all(Array.from({ length: 6 }, () => place(cartId, total)));
    const again = await place(cartId, total);
    expect(new Set([...orders, again].map(({ orderId }) => orderId)).size).toBe(1);
    const [counted] = await asAdmin(
      `SELECT count(*)::integer AS orders FROM orders WHERE cart_id = '${cartId}'`,
    );
    expect(counted).toEqual({ orders: 1 });
  });

  it('closes the cart: it is gone, and the next product begins another', async () => {
    const { cartId, total } = await aReadyCart();
    await place(cartId, total);
    await expect(test.shop.getCart({ cartId })).resolves.toBeNull();
    const next = await test.shop.addToCart({ cartId, customerId: null, productId: 'LT-1302', quantity: 1 });
    expect(next.cartId).not.toBe(cartId);
    await expect(test.shop.setQuantity({ cartId, productId: 'LT-1301', quantity: 9 })).rejects.toMatchObject({
      code: 'cart_not_found',
    });
  });

  it('refuses a total that the shopper has not agreed to, and leaves the cart open', async () => {
    const { cartId, total } = await aReadyCart();
    await expect(place(cartId, total - 1)).rejects.toMatchObject({ code: 'total_changed' });
    await expect(test.shop.getCart({ cartId })).resolves.toMatchObject({ quantity: 3 });
  });

  it('keeps the price of the day it was placed', async () => {
    const { cartId, total } = await aReadyCart();
    const { orderId } = await place(cartId, total);
    await asAdmin(`UPDATE products SET discount_price = discount_price - 1000 WHERE id = 'LT-1301'`);
    const order = await test.shop.getOrder({ orderId, viewer: { customerId: null, cartIds: [cartId] } });
    await asAdmin(`UPDATE products SET discount_price = discount_price + 1000 WHERE id = 'LT-1301'`);
    expect(order?.items[0]?.unitPrice).toBe(LAPTOP);
  });

  it('says what is missing from an unfinished checkout or an empty cart', async () => {
    const { cartId } = await test.shop.addToCart({
      cartId: null,
      customerId: null,
      productId: 'LT-1301',
      quantity: 1,
    });
    await expect(place(cartId, LAPTOP)).rejects.toMatchObject({ code: 'checkout_incomplete' });
    await test.shop.setQuantity({ cartId, productId: 'LT-1301', quantity: 0 });
    await expect(place(cartId, LAPTOP)).rejects.toMatchObject({ code: 'cart_empty' });
  });
});

describe('getOrder', () => {
  it('shows an order to the browser that placed it and to its customer, to nobody else', async () => {
    const { cartId, total } = await aReadyCart();
    await test.shop.welcomeCustomer({ customer: lan, cartId });
    const { orderId } = await place(cartId, total, lan.customerId);
    const seenBy = async (customerId: string | null, cartIds: string[]) =>
      (await test.shop.getOrder({ orderId, viewer: { customerId, cartIds } }))?.orderId ?? null;

    await expect(seenBy(null, [cartId])).resolves.toBe(orderId);
    await expect(seenBy(lan.customerId, [])).resolves.toBe(orderId);
    await expect(seenBy('sub-somebody', ['00000000-0000-4000-8000-000000000000'])).resolves.toBeNull();
    await expect(seenBy(null, [])).resolves.toBeNull();
  });
});
