import type { Tile } from './tile';
import { inDays, IN_SHOP_CURRENCY, PEOPLE } from './shared-sql';

/** 1, 5, 10, 50 and so on. */
const LIMITS = Array.from({ length: 14 }, (_, power) => [10 ** power, 5 * 10 ** power]).flat();

const LINES = `
  SELECT is_bot, login_state, order_id, (item ->> 'quantity')::numeric AS pieces,
    coalesce((item ->> 'price')::numeric, (item ->> 'discountPrice')::numeric, 0) AS full_price,
    coalesce((item ->> 'discountPrice')::numeric, (item ->> 'price')::numeric, 0) AS paid
  FROM public.orders, jsonb_array_elements(items) AS item
  WHERE ${inDays('placed_at')} AND ${IN_SHOP_CURRENCY} AND (item ->> 'quantity')::numeric > 0`;
const WITNESSED = `
  SELECT is_bot, state, order_key AS order_id, item.quantity AS pieces, item.full_price AS full_price, item.price AS paid
  FROM (SELECT *, unnest(items) AS item FROM orders)
  WHERE in_days(placed_at) AND in_shop_currency(currency)`;

/** The band of a price is its first digit, 1 or 5, and as many zeros as it has further digits. */
const PRICE_BAND = `CASE WHEN paid < 1 THEN '0' ELSE
  CASE WHEN left(trunc(paid)::text, 1) >= '5' THEN '5' ELSE '1' END || repeat('0', length(trunc(paid)::text) - 1) END`;
const WITNESSED_PRICE_BAND = `coalesce(list_max(list_filter([${LIMITS.join(', ')}]::BIGINT[], low -> low <= paid)), 0)::VARCHAR`;

const DISCOUNT_BAND = `CASE WHEN paid >= full_price THEN 'full' WHEN paid > 0.9 * full_price THEN '0'
  WHEN paid > 0.8 * full_price THEN '10' WHEN paid > 0.7 * full_price THEN '20'
  WHEN paid > 0.5 * full_price THEN '30' ELSE '50' END`;
const WITNESSED_DISCOUNT_BAND = `CASE WHEN full_price <= paid THEN 'full' ELSE
  list_max(list_filter([0, 10, 20, 30, 50], low -> (full_price - paid) * 100 >= low * full_price))::VARCHAR END`;

const NUMBERS = {
  'pieces sold': 'sum(pieces)',
  orders: 'count(DISTINCT order_id)',
  revenue: 'sum(pieces * paid)',
};

const ofBand = (of: string, warehouse: string, witness: string): readonly Tile[] =>
  Object.entries(NUMBERS).map(([name, number]) => ({
    tab: 'Products',
    name: `${name} by ${of}`,
    warehouse: `SELECT concat_ws(', ', ${PEOPLE}, login_state, ${warehouse}) AS key, ${number} AS number
      FROM (${LINES}) AS line GROUP BY 1`,
    witness: `SELECT concat_ws(', ', people(is_bot), state, ${witness}) AS key, ${number} AS number
      FROM (${WITNESSED}) GROUP BY 1`,
  }));

/** Lines of orders by the price paid for a piece, and by the discount on it. */
export const BANDS: readonly Tile[] = [
  ...ofBand('price', PRICE_BAND, WITNESSED_PRICE_BAND),
  ...ofBand('discount', DISCOUNT_BAND, WITNESSED_DISCOUNT_BAND),
];
