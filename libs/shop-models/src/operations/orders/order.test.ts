import pg from 'pg';
import { newCartKey } from '../cart-keys';
import { aDelivery, aShop, type TestShop } from '../../testing/a-shop';

let test: TestShop;
beforeAll(async () => {
  test = await aShop();
});
afterAll(() => test.close());

const lan = { customerId: 'sub-lan', email: 'lan@example.com', name: 'Lan' };
const LAPTOP = 26_490_000;
const MOUSE = 690_000;

/** A cart with a laptop and two mice, ready to be ordered for `total`. */
async function aReadyCart(): Promise<{ cartKey: string; total: number }> {
  const { cartKey } = await test.shop.addToCart({
    cartKey: null,
    customerId: null,
    productId: 'LT-1301',
    quantity: 1,
  });
  await test.shop.addToCart({ cartKey, customerId: null, productId: 'AC-3201', quantity: 2 });
  await test.shop.saveCheckout({ cartKey, delivery: aDelivery, payment: 'cash_on_delivery' });
  return { cartKey, total: LAPTOP + 2 * MOUSE };
}

const place = async (cartKey: string, expectedTotal: number, customerId: string | null = null) =>
  test.shop.placeOrder({ cartKey, customerId, expectedTotal });

async function asAdmin(sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: test.urls.shop_admin });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows as Record<string, unknown>[];
}

describe('placeOrder', () => {
  it('stores the products, the prices and the delivery', async () => {
    const { cartKey, total } = await aReadyCart();
    const cart = await test.shop.getCart({ cartKey });
    const { order } = await place(cartKey, total);
    expect(order).toMatchObject({
      cartAnalyticsId: cart?.analyticsId,
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

  it('is one order, however often and at whatever moment it is requested', async () => {
    const { cartKey, total } = await aReadyCart();
    // With open connections the six run at the same time; opening one takes longer than an order.
    await Promise.all(Array.from({ length: 6 }, () => test.dataSource.query('SELECT pg_sleep(0.1)')));
    const orders = await Promise.all(Array.from({ length: 6 }, () => place(cartKey, total)));
    const again = await place(cartKey, total);
    expect(new Set([...orders, again].map(({ order }) => order.orderId)).size).toBe(1);
    expect(new Set([...orders, again].map(({ orderKey }) => orderKey)).size).toBe(1);
    const [counted] = await asAdmin(
      `SELECT count(*)::integer AS orders FROM orders WHERE id = '${again.order.orderId}'`,
    );
    expect(counted).toEqual({ orders: 1 });
  });

  it('closes the cart: it is gone, and the next product begins another', async () => {
    const { cartKey, total } = await aReadyCart();
    await place(cartKey, total);
    await expect(test.shop.getCart({ cartKey })).resolves.toBeNull();
    const next = await test.shop.addToCart({ cartKey, customerId: null, productId: 'LT-1302', quantity: 1 });
    expect(next.cartKey).not.toBe(cartKey);
    await expect(test.shop.setQuantity({ cartKey, productId: 'LT-1301', quantity: 9 })).rejects.toMatchObject(
      {
        code: 'cart_not_found',
      },
    );
  });

  it('refuses a total that the shopper has not agreed to, and leaves the cart open', async () => {
    const { cartKey, total } = await aReadyCart();
    await expect(place(cartKey, total - 1)).rejects.toMatchObject({ code: 'total_changed' });
    await expect(test.shop.getCart({ cartKey })).resolves.toMatchObject({ quantity: 3 });
  });

  it('keeps the price of the day it was placed', async () => {
    const { cartKey, total } = await aReadyCart();
    const { order: placed, orderKey } = await place(cartKey, total);
    await asAdmin(`UPDATE products SET discount_price = discount_price - 1000 WHERE id = 'LT-1301'`);
    const viewer = { customerId: null, orderKeys: [orderKey] };
    const order = await test.shop.getOrder({ orderId: placed.orderId, viewer });
    await asAdmin(`UPDATE products SET discount_price = discount_price + 1000 WHERE id = 'LT-1301'`);
    expect(order?.items[0]?.unitPrice).toBe(LAPTOP);
  });

  it('reports what is missing from an unfinished checkout or an empty cart', async () => {
    const { cartKey } = await test.shop.addToCart({
      cartKey: null,
      customerId: null,
      productId: 'LT-1301',
      quantity: 1,
    });
    await expect(place(cartKey, LAPTOP)).rejects.toMatchObject({ code: 'checkout_incomplete' });
    await test.shop.setQuantity({ cartKey, productId: 'LT-1301', quantity: 0 });
    await expect(place(cartKey, LAPTOP)).rejects.toMatchObject({ code: 'cart_empty' });
  });
});

describe('getOrder', () => {
  it('shows an order to the browser that placed it and to its customer, to nobody else', async () => {
    const { cartKey, total } = await aReadyCart();
    await test.shop.welcomeCustomer({ customer: lan, cartKey });
    const { order, orderKey } = await place(cartKey, total, lan.customerId);
    const { orderId } = order;
    const seenBy = async (customerId: string | null, orderKeys: string[]) =>
      (await test.shop.getOrder({ orderId, viewer: { customerId, orderKeys } }))?.orderId ?? null;

    await expect(seenBy(null, [orderKey])).resolves.toBe(orderId);
    await expect(seenBy(lan.customerId, [])).resolves.toBe(orderId);
    await expect(seenBy('sub-somebody', [newCartKey(), cartKey])).resolves.toBeNull();
    await expect(seenBy(null, [])).resolves.toBeNull();
  });

  it('shows no other order to the holder of a key', async () => {
    const [mine, other] = [await aReadyCart(), await aReadyCart()];
    const { orderKey } = await place(mine.cartKey, mine.total);
    const { order } = await place(other.cartKey, other.total);
    const viewer = { customerId: null, orderKeys: [orderKey] };
    await expect(test.shop.getOrder({ orderId: order.orderId, viewer })).resolves.toBeNull();
  });
});
