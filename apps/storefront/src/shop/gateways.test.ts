import { randomBytes } from 'node:crypto';
import {
  checkInput,
  createShop,
  createShopDataSource,
  createShopDatabase,
  migrateShop,
  seedShop,
} from '@clickstream/shop-models';
import { aDelivery } from '@clickstream/shop-models/testing';
import { openDirectGateway } from './direct-gateway';
import { isShopError, type ShopAnswer, type ShopGateway, type ShopRequest } from './gateway';
import { lambdaGateway } from './lambda-gateway';

type DataSource = ReturnType<typeof createShopDataSource>;

let databaseUrl: string;
let dataSource: DataSource;
beforeAll(async () => {
  const name = `storefront_${randomBytes(6).toString('hex')}`;
  const server = process.env.TEST_POSTGRES_URL ?? '';
  const urls = await createShopDatabase(server, { shop_admin: 'admin', shop_app: 'app' }, name);
  await migrateShop(urls.shop_admin);
  await seedShop(urls.shop_admin);
  databaseUrl = urls.shop_app;
  dataSource = await createShopDataSource(databaseUrl).initialize();
});
afterAll(() => dataSource.destroy());

/** The Lambda without AWS: JSON in, JSON out, refusals as answers. */
async function asLambda(payload: string): Promise<string> {
  const { operation, input } = JSON.parse(payload) as ShopRequest;
  const answer = async (): Promise<ShopAnswer> => {
    try {
      const run = createShop(dataSource)[operation] as (input: unknown) => Promise<never>;
      return { ok: true, result: await run(checkInput(operation, input)) };
    } catch (error) {
      if (!isShopError(error)) throw error;
      return { ok: false, error: { code: error.code, message: error.message } };
    }
  };
  return JSON.stringify(await answer());
}

const gateways: [string, () => Promise<ShopGateway>][] = [
  ['direct', () => openDirectGateway(databaseUrl)],
  ['lambda', async () => lambdaGateway(asLambda)],
];

/** An order of a laptop, by a guest. */
async function anOrder(shop: ShopGateway) {
  const { cart, cartKey } = await shop.addToCart({
    cartKey: null,
    customerId: null,
    productId: 'LT-1401',
    quantity: 1,
  });
  await shop.saveCheckout({ cartKey, delivery: aDelivery, payment: 'bank_transfer' });
  const expectedTotal = cart.subtotal;
  const { order, orderKey } = await shop.placeOrder({ cartKey, customerId: null, expectedTotal });
  return { cartKey, order, orderKey, expectedTotal };
}

describe.each(gateways)('the %s gateway', (_, open) => {
  it('returns the same shop', async () => {
    const shop = await open();
    const list = await shop.listCategory({ slug: 'monitors', sort: 'price-up' });
    expect(list).toMatchObject({ category: { name: 'Monitors' }, total: 13, page: 1, pageCount: 2 });
    expect(await shop.findProduct({ slug: 'nothing' })).toBeNull();
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

  it('throws a refusal as a ShopError, with its code and message', async () => {
    const shop = await open();
    const refused = await shop
      .addToCart({ cartKey: null, customerId: null, productId: 'none', quantity: 1 })
      .catch((error: unknown) => error);
    expect(isShopError(refused)).toBe(true);
    expect(refused).toMatchObject({ code: 'product_not_found', message: 'This product is no longer sold.' });
  });
});
