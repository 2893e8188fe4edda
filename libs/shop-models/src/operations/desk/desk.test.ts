import { seedShop } from '../../database/seed-shop';
import { aDelivery, aShop, type TestShop } from '../../testing/a-shop';

const MOUSE = 'AC-3201';
const PRICE = 690_000;
const actor = 'mai@shop.example';

let test: TestShop;
beforeAll(async () => {
  test = await aShop();
});
afterAll(() => test.close());

/** An order of three mice, by a guest. */
async function anOrder(): Promise<string> {
  const added = { cartKey: null, customerId: null, productId: MOUSE, quantity: 3 };
  const { cartKey } = await test.shop.addToCart(added);
  await test.shop.saveCheckout({ cartKey, delivery: aDelivery, payment: 'bank_transfer' });
  const placing = { cartKey, customerId: null, expectedTotal: 3 * PRICE };
  return (await test.shop.placeOrder(placing)).order.orderId;
}

const change = (orderId: string, to: 'paid' | 'packed' | 'shipped' | 'delivered' | 'cancelled') =>
  test.shop.deskChangeOrder({ orderId, to, actor, note: '' });
const refund = (orderId: string, amount: number, idempotencyKey: string) =>
  test.shop.deskRefund({ orderId, amount, reason: 'Scratched', idempotencyKey, actor });
const mouseAtDesk = async () =>
  (await test.shop.deskProducts({})).products.find(({ id }) => id === MOUSE) ?? { pieces: 0, price: 0 };

describe('orders at the desk', () => {
  it('go from status to status, each with its time and who did it', async () => {
    const orderId = await anOrder();
    for (const to of ['paid', 'packed', 'shipped', 'delivered'] as const) await change(orderId, to);
    const order = await test.shop.deskOrder({ orderId });
    expect(order?.changes.map(({ from, to, actor: by }) => [from, to, by])).toEqual([
      [null, 'placed', 'customer'],
      ['placed', 'paid', actor],
      ['paid', 'packed', actor],
      ['packed', 'shipped', actor],
      ['shipped', 'delivered', actor],
    ]);
    await expect(change(orderId, 'paid')).rejects.toMatchObject({ code: 'status_refused' });
    await expect(change('SBW-NONE', 'paid')).rejects.toMatchObject({ code: 'order_not_found' });
  });

  it('are listed by status, with the number of each', async () => {
    const orderId = await anOrder();
    await change(orderId, 'packed');
    const { items, counts, total } = await test.shop.deskOrders({ status: 'packed' });
    expect(items).toMatchObject([{ orderId, customer: aDelivery.name, payment: 'bank_transfer' }]);
    expect([total, counts.packed, counts.delivered]).toEqual([1, 1, 1]);
  });

  it('are refunded in parts, each once, and never by more than they cost', async () => {
    const orderId = await anOrder();
    await Promise.all([refund(orderId, PRICE, 'one'), refund(orderId, PRICE, 'one')]);
    await expect(refund(orderId, 2 * PRICE + 1, 'two')).rejects.toMatchObject({ code: 'refund_too_large' });
    const both = [refund(orderId, 2 * PRICE, 'three'), refund(orderId, 2 * PRICE, 'four')];
    const settled = await Promise.allSettled(both);
    expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const order = await test.shop.deskOrder({ orderId });
    expect([order?.refunded, order?.status]).toEqual([3 * PRICE, 'placed']);
    expect(order?.changes.slice(1).map(({ refund: amount, note }) => [amount, note])).toEqual([
      [PRICE, 'Scratched'],
      [2 * PRICE, 'Scratched'],
    ]);
    expect(order?.steps).toHaveLength(1);
  });

  it('give back the rest when they are cancelled', async () => {
    const orderId = await anOrder();
    await refund(orderId, PRICE, 'part');
    const order = await change(orderId, 'cancelled');
    expect([order.refunded, order.changes.at(-1)?.refund]).toEqual([3 * PRICE, 2 * PRICE]);
  });

  it('make up today, with refunds and what runs low', async () => {
    const { orders, revenue, refunds, refunded, open, low } = await test.shop.deskToday({});
    expect([orders, revenue]).toEqual([4, 12 * PRICE]);
    expect([refunds, refunded]).toEqual([4, 6 * PRICE]);
    expect(open).toEqual({ placed: 1, packed: 1 });
    expect(low[0]).toMatchObject({ id: 'MN-2507', pieces: 0 });
    expect(low.every(({ pieces }) => pieces <= 5)).toBe(true);
  });
});

describe('products at the desk', () => {
  const set = (over: object) =>
    test.shop.deskChangeProduct({
      productId: MOUSE,
      actor,
      pieces: 50,
      piecesSeen: 50,
      price: PRICE,
      discountPrice: null,
      ...over,
    });

  it('change stock and prices, and keep what was before', async () => {
    const { pieces } = await mouseAtDesk();
    await set({ pieces: 40, piecesSeen: pieces, price: 700_000, discountPrice: 650_000 });
    const { changes } = await test.shop.deskProducts({});
    expect(
      changes
        .slice(0, 3)
        .map(({ field, before, after }) => [field, before, after])
        .sort(),
    ).toEqual([
      ['discountPrice', PRICE, 650_000],
      ['pieces', pieces, 40],
      ['price', 890_000, 700_000],
    ]);
    await expect(test.shop.findProduct({ slug: 'clavio-glide' })).resolves.toMatchObject({
      price: 700_000,
      discountPrice: 650_000,
    });
  });

  it('do not undo the sales since their page was opened', async () => {
    await set({ pieces: 60, piecesSeen: 45 });
    expect((await mouseAtDesk()).pieces).toBe(55);
    await set({ pieces: 0, piecesSeen: 100 });
    expect((await mouseAtDesk()).pieces).toBe(0);
  });

  it('refuse an offer that is no offer, and a product that does not exist', async () => {
    await expect(set({ discountPrice: PRICE })).rejects.toMatchObject({ code: 'bad_input' });
    await expect(set({ productId: 'none' })).rejects.toMatchObject({ code: 'product_not_found' });
  });

  it('keep the price of the desk when the catalogue is written again', async () => {
    await set({ price: 720_000 });
    await seedShop(test.urls.shop_admin);
    expect((await mouseAtDesk()).price).toBe(720_000);
  });
});
