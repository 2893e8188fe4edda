import type { NumberCheck } from '../number-check';
import { EVENTS, type Check } from './check';
import { inCurrency, onePerOrder, orderHitsOf } from './count-orders';
import type { Session } from './hits';

/** Orders and their amounts. */
export function orderNumbers(sessions: readonly Session[], check: Check): NumberCheck[] {
  const hits = orderHitsOf(sessions);
  const first = onePerOrder(hits, 'first');
  const last = onePerOrder(hits, 'last with revenue');
  return [
    check('hits that report an order', hits.length, `SELECT sum(completions) FROM dash.orders`),
    check('orders', first.length, 'SELECT count(*) FROM dash.orders'),
    check('orders of sessions', first.length, 'SELECT sum(orders) FROM dash.sessions_hourly'),
    check(
      'revenue of orders, $',
      inCurrency(first, ({ revenue }) => revenue),
      'SELECT sum(gross) / 100 FROM dash.orders',
    ),
    check(
      'tax, $',
      inCurrency(first, ({ tax }) => tax),
      'SELECT sum(tax) / 100 FROM dash.orders',
    ),
    check(
      'shipping, $',
      inCurrency(first, ({ shipping }) => shipping),
      'SELECT sum(shipping) / 100 FROM dash.orders',
    ),
    check(
      'revenue of products, $',
      inCurrency(first, ({ products }) => products),
      'SELECT sum(revenue) / 100 FROM dash.products_hourly',
      {
        value: inCurrency(last, ({ products }) => products),
        why: 'two order ids are reported again with other products; Google counts the last that has a revenue, we the first.',
      },
    ),
    check(
      'revenue of products as last reported, $',
      inCurrency(last, ({ products }) => products),
      `SELECT sum(paid) / 100 FROM (
         SELECT DISTINCT ON (order_id) (SELECT sum((line ->> 'price')::numeric * (line ->> 'quantity')::numeric)
           FROM jsonb_array_elements(items) line) AS paid
         FROM ${EVENTS} WHERE event_name = 'checkout_complete' AND order_revenue > 0
         ORDER BY order_id, event_timestamp DESC, sequence DESC) last_report`,
    ),
    check(
      'pieces ordered',
      first.reduce((sum, { pieces }) => sum + pieces, 0),
      'SELECT sum(pieces) FROM dash.orders',
    ),
    check(
      'the largest order, $',
      String(Math.max(...first.map(({ revenue }) => revenue)) / 1e6),
      'SELECT max(gross) / 100 FROM dash.orders',
    ),
  ];
}
