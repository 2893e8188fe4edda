import type { DataSource } from 'typeorm';
import { dayOf, startOf } from '../../books/closed-days';
import type { DeskToday } from '../../contract/desk-contract';
import { countByStatus } from './desk-orders';
import { productsRunningLow } from './desk-products';

/** The zone of the shop's days. */
const SHOP_ZONE = 'Asia/Ho_Chi_Minh';

/** Today on the shop's clock: orders, revenue, refunds, and what waits for somebody. */
export async function deskToday({ manager }: DataSource): Promise<DeskToday> {
  const since = startOf(dayOf(new Date(), SHOP_ZONE), SHOP_ZONE);
  const [sums = { orders: 0, revenue: 0, refunds: 0, refunded: 0 }] = await manager.query<
    Pick<DeskToday, 'orders' | 'revenue' | 'refunds' | 'refunded'>[]
  >(
    `SELECT * FROM
       (SELECT count(*)::integer AS orders, coalesce(sum(total), 0)::float8 AS revenue
        FROM orders WHERE placed_at >= $1 AND sold_at IS NOT NULL) AS o,
       (SELECT count(*)::integer AS refunds, coalesce(sum(amount), 0)::float8 AS refunded
        FROM refunds WHERE refunded_at >= $1) AS r`,
    [since],
  );
  const { placed, paid, packed, return_requested } = await countByStatus({ manager });
  const open = Object.fromEntries(
    Object.entries({ placed, paid, packed, return_requested }).filter(([, orders]) => orders !== undefined),
  );
  return { ...sums, open, low: await productsRunningLow(manager) };
}
