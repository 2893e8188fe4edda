import { aDelivery } from '@clickstream/shop-models/testing';
import { isShopError, type ShopGateway } from './gateway';
import { GATEWAY_KINDS, twoGateways, type TwoGateways } from './testing/two-gateways';

let gateways: TwoGateways;
beforeAll(async () => {
  gateways = await twoGateways();
});
afterAll(() => gateways.close());

/** An order of a laptop, by a guest unless it is a customer's. */
async function anOrder(shop: ShopGateway, customerId: string | null = null) {
  const { cart, cartKey } = await shop.addToCart({
    cartKey: null,
    customerId,
    productId: 'LT-1401',
    quantity: 1,
  });
  await shop.saveCheckout({ cartKey, delivery: aDelivery, payment: 'bank_transfer' });
  const expectedTotal = cart.subtotal;
  const { order, orderKey } = await shop.placeOrder({ cartKey, customerId, expectedTotal });
  return { cartKey, order, orderKey, expectedTotal };
}

describe.each(GATEWAY_KINDS)('the %s gateway', (kind) => {
  const open = () => gateways.open(kind);

  it('returns the same shop', async () => {
    const shop = await open();
    const list = await shop.listCategory({ slug: 'monitors', sort: 'price-up' });
    expect(list).toMatchObject({ category: { name: 'Monitors' }, total: 13, page: 1, pageCount: 2 });
    expect(await shop.findProduct({ slug: 'nothing' })).toBeNull();
    const [laptop] = await shop.listProducts({ productIds: ['LT-1401', 'nothing'] });
    expect(laptop).toMatchObject({ slug: 'kestrel-x14' });
  });

  it('turns a cart into an order', async () => {
    const shop = await open();
    const { cartKey, order, orderKey, expectedTotal } = await anOrder(shop);
    const seenWith = (...orderKeys: string[]) =>
      shop.getOrder({ orderId: order.orderId, viewer: { customerId: null, orderKeys } });
    await expect(seenWith(orderKey)).resolves.toMatchObject({ total: expectedTotal });
    await expect(seenWith(cartKey)).resolves.toBeNull();
  });

  it('changes an order at the desk, and for its customer', async () => {
    const shop = await open();
    const { order, orderKey } = await anOrder(shop);
    const { orderId } = order;
    const actor = 'mai@shop.example';
    await shop.deskChangeOrder({ orderId, to: 'paid', actor, note: '' });
    const viewer = { customerId: null, orderKeys: [orderKey] };
    await expect(shop.cancelOrder({ orderId, viewer, reason: '' })).resolves.toMatchObject({
      status: 'cancelled',
      refunded: order.total,
    });
    const seen = await shop.deskOrder({ orderId });
    expect(seen?.changes.map((change) => change.actor)).toEqual(['customer', actor, 'customer']);
    await expect(shop.deskOrders({ status: 'cancelled' })).resolves.toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ orderId })]),
    });
    await expect(shop.listOrders({ customerId: 'sub-none' })).resolves.toMatchObject({ total: 0 });
    await expect(shop.deskProducts({})).resolves.toMatchObject({ changes: [] });
    await expect(shop.deskToday({})).resolves.toHaveProperty('low');
  });

  it('shows the review of a customer whose parcel has arrived, until the desk hides it', async () => {
    const shop = await open();
    const customer = { customerId: `sub-${kind}`, email: 'lan@example.com', name: 'Lan' };
    const { customerId } = customer;
    const productId = 'LT-1401';
    const review = { stars: 4, title: 'Deep keys', body: 'I type all day on it.', shownName: 'Lan' };
    await expect(shop.writeReview({ customer, productId, review })).rejects.toMatchObject({
      code: 'review_refused',
    });
    await shop.welcomeCustomer({ customer, cartKey: null });
    const { order } = await anOrder(shop, customerId);
    for (const to of ['packed', 'shipped', 'delivered'] as const)
      await shop.deskChangeOrder({ orderId: order.orderId, to, actor: 'mai@shop.example', note: '' });
    await shop.writeReview({ customer, productId, review });
    await expect(shop.openReview({ customerId, slug: 'kestrel-x14' })).resolves.toMatchObject({
      own: review,
    });
    const { items } = await shop.listReviews({ productId });
    expect(items[0]).toMatchObject(review);
    const judged = { reviewId: items[0]?.reviewId ?? '', what: 'hidden', reason: 'Test' } as const;
    await shop.deskJudgeReview({ ...judged, actor: 'mai@shop.example' });
    await expect(shop.listReviews({ productId })).resolves.toMatchObject({ total: 0, average: null });
    await expect(shop.deskReviews({})).resolves.toMatchObject({
      changes: expect.arrayContaining([expect.objectContaining({ reason: 'Test' })]),
    });
  });

  it('throws a refusal as a ShopError, with its code and message', async () => {
    const shop = await open();
    const refused = await shop
      .addToCart({ cartKey: null, customerId: null, productId: 'none', quantity: 1 })
      .catch((error: unknown) => error);
    expect(isShopError(refused)).toBe(true);
    expect(refused).toMatchObject({ code: 'product_not_found', message: 'This product is no longer sold.' });
  });
});
