import { randomBytes } from 'node:crypto';
import {
  createShopDatabase,
  createShopDataSource,
  migrateShop,
  placePastOrder,
  seedShop,
} from '@clickstream/shop-models';
import { simulate } from '../visits/simulate';
import { ordersOf } from './buy-in-shop';

const WEEK = {
  seed: 4,
  days: 7,
  until: new Date('2026-11-23T00:00:00Z'),
  sessionsPerDay: 120,
  shopUrl: 'https://shop.example',
};

it('simulated shoppers buy in the shop what their events say, once, at the same prices', async () => {
  const server = process.env['TEST_POSTGRES_URL'] ?? '';
  const name = `simulated_${randomBytes(6).toString('hex')}`;
  const urls = await createShopDatabase(server, { shop_admin: 'admin', shop_app: 'app' }, name);
  await migrateShop(urls.shop_admin);
  await seedShop(urls.shop_admin);
  const shop = await createShopDataSource(urls.shop_app).initialize();
  const orders = [...simulate(WEEK)].flatMap(ordersOf);
  expect(orders.length).toBeGreaterThan(5);
  await shop.transaction(async (manager) => {
    for (const order of [...orders, ...orders]) await placePastOrder(manager, order);
  });
  const placed = await shop.query<object[]>(
    `SELECT o.id, o.placed_at, o.total::float8, c.analytics_id, o.consent, o.user_agent
     FROM orders o JOIN carts c ON c.id = o.cart_id ORDER BY o.placed_at`,
  );
  await shop.destroy();
  const told = [...orders].sort((one, other) => one.placedAt.getTime() - other.placedAt.getTime());
  expect(placed).toEqual(
    told.map(({ orderId, placedAt, total, cartAnalyticsId, origin }) => ({
      id: orderId,
      placed_at: placedAt,
      total,
      analytics_id: cartAnalyticsId,
      consent: 'granted',
      user_agent: origin?.userAgent,
    })),
  );
});
