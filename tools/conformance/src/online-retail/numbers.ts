import type { NumberCheck } from '../number-check';
import type { LineCounts } from './count-lines';

const EVENTS = 'public.clickstream_events';
/**
 * Every refund in the books has its own number and is reported once,
 * so its event is the refund.
 */
const REFUNDED = `SELECT sum(order_revenue) FROM ${EVENTS} WHERE event_name = 'order_refund'`;
const LINES = `SELECT coalesce(sum(jsonb_array_length(items)), 0) FROM ${EVENTS}`;

/** Published numbers of a file, by name. */
export type KnownCounts = { readonly [name in keyof LineCounts]?: string };

/** Published numbers of Online Retail (UCI 352), from before this project read it. */
export const KNOWN_OF_ONLINE_RETAIL: KnownCounts = {
  lines: '541909',
  invoices: '25900',
  cancellations: '3836',
  cancelledLines: '9288',
  customers: '4372',
  linesWithoutCustomer: '135080',
  countries: '38',
  net: '9747747.934',
  cancelled: '-896812.49',
};

/** The numbers of a shop's books: as R counts them, and where the warehouse has them. */
export function onlineRetailNumbers(counts: LineCounts, known: KnownCounts): NumberCheck[] {
  const check = (name: string, field: keyof LineCounts, sql: string): NumberCheck => ({
    name,
    counted: counts[field],
    known: known[field] ?? null,
    sql,
  });
  return [
    check('lines', 'lines', LINES),
    check('invoices', 'invoices', `SELECT count(DISTINCT order_id) FROM ${EVENTS}`),
    check(
      'cancellations',
      'cancellations',
      `SELECT count(DISTINCT order_id) FROM ${EVENTS} WHERE order_id LIKE 'C%'`,
    ),
    check('lines of cancellations', 'cancelledLines', `${LINES} WHERE order_id LIKE 'C%'`),
    check('customers', 'customers', `SELECT count(DISTINCT user_id) FROM ${EVENTS}`),
    check('lines without a customer', 'linesWithoutCustomer', `${LINES} WHERE user_id IS NULL`),
    check('countries', 'countries', `SELECT count(DISTINCT properties ->> 'country') FROM ${EVENTS}`),
    check(
      'products',
      'products',
      `SELECT count(DISTINCT line ->> 'id') FROM ${EVENTS}, jsonb_array_elements(items) line`,
    ),
    check('net, £', 'net', `SELECT ((SELECT sum(gross) FROM dash.orders) - (${REFUNDED})) / 100`),
    check('cancelled, £', 'cancelled', `SELECT -(${REFUNDED} AND order_id LIKE 'C%') / 100`),
    check('orders', 'orders', 'SELECT count(*) FROM dash.orders'),
    check('gross, £', 'gross', 'SELECT sum(gross) / 100 FROM dash.orders'),
    check('refunds', 'refunds', `SELECT count(*) FROM ${EVENTS} WHERE event_name = 'order_refund'`),
    check('refunded, £', 'refunded', `SELECT (${REFUNDED}) / 100`),
    check('pieces ordered', 'pieces', 'SELECT sum(pieces) FROM dash.orders'),
    check('lines of the longest order', 'mostLines', `SELECT max(jsonb_array_length(items)) FROM ${EVENTS}`),
    check('the largest order, £', 'largest', 'SELECT max(gross) / 100 FROM dash.orders'),
    check('revenue of products, £', 'gross', 'SELECT sum(revenue) / 100 FROM dash.products_hourly'),
    check('revenue by the hour, £', 'gross', 'SELECT sum(gross) / 100 FROM dash.orders_hourly'),
    ...ordersByMonth(counts.months),
  ];
}

/** @param months as `2010-12 1629, 2011-01 1120` */
function ordersByMonth(months: string): NumberCheck[] {
  return months.split(', ').map((counted) => {
    const [month = '', orders = ''] = counted.split(' ');
    return {
      name: `orders of ${month}`,
      counted: orders,
      known: null,
      sql: `SELECT count(*) FROM dash.orders WHERE to_char(placed_at AT TIME ZONE 'UTC', 'YYYY-MM') = '${month}'`,
    };
  });
}
