import type { ClientBase } from 'pg';
import type { Counts } from './counts';
import { type CountedRow, inWindows, shortestWindow, WEEKS_SQL } from './windows-sql';

interface OrdersRow extends CountedRow {
  readonly device: string;
  readonly channel: string;
  readonly currency: string;
  readonly orders: number;
  readonly without: number;
  readonly gross: number;
  readonly squares: number;
}

const ORDERS_SQL = `WITH ${WEEKS_SQL}
  SELECT week, ${shortestWindow('placed_at')} AS hours, coalesce(device, '') AS device, coalesce(channel, '') AS channel,
    coalesce(currency, '') AS currency, count(*)::integer AS orders,
    count(*) FILTER (WHERE s.session_id IS NULL)::integer AS without,
    sum(gross)::float8 AS gross, sum(gross * gross)::float8 AS squares
  FROM weeks
  JOIN orders AS o ON ${inWindows('placed_at')}
  LEFT JOIN LATERAL (
    SELECT session_id, device, channel FROM sessions WHERE session_id = o.session_id LIMIT 1
  ) AS s ON true
  WHERE NOT o.is_bot AND NOT o.is_staff
  GROUP BY 1, 2, 3, 4, 5`;

/** Adds orders, what they are worth in each currency, and those without a session. */
export async function addOrders(
  client: ClientBase,
  counts: Counts,
  params: readonly unknown[],
): Promise<void> {
  const { rows } = await client.query<OrdersRow>(ORDERS_SQL, [...params]);
  for (const { currency, orders, without, gross, squares, ...row } of rows) {
    counts.add('orders', row, orders);
    counts.add('orders_without_session', { ...row, device: '', channel: '' }, without, orders);
    counts.add('revenue', { ...row, subject: currency }, gross, 0, squares);
  }
}
