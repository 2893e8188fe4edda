import { aLoadForEachTest } from '@clickstream/warehouse-load/testing';
import { bookFilesOf } from '../../testing/a-month-of-books';
import { eventsOfBooks, otherIdOf, WRONG_BY } from '../../testing/events-of-books';
import { dayText, NOVEMBER, plannedOrders, plannedRefunds } from '../../testing/planned-books';

/** 25,000 by `npx nx books-proof etl-lambda`. */
const ORDERS = Number(process.env['BOOK_ORDERS'] ?? 2_500);
const LIMIT_MS = 300_000;

const load = aLoadForEachTest();
const ask = (sql: string) => load.warehouse.query('shiny', sql);

const orders = plannedOrders(ORDERS);
const refunds = plannedRefunds(orders);

/** A number of faults, one line each, so that a difference is readable. */
const lines = (rows: readonly (readonly unknown[])[]) => rows.map((row) => row.join(' ')).sort();

/** The planned faults, under the names that the shop must read. */
function plannedFaults(): string[] {
  const ofOrders = orders.flatMap(({ orderId, amount, fault }) => {
    if (fault === null) return [];
    const id = fault.reason === 'another_id' ? otherIdOf(orderId) : orderId;
    const difference = { missing: amount, doubled: 0, wrong_amount: WRONG_BY, matched: 0 }[fault.class];
    return [['order', fault.class, fault.reason, id, fault.reason === 'another_id' ? -amount : difference]];
  });
  const ofRefunds = refunds
    .filter(({ at, toldAt }) => at !== toldAt)
    .flatMap(({ refundId, amount }) => [
      ['refund', 'other_day', null, refundId, -amount],
      ['refund', 'other_day', null, refundId, amount],
    ]);
  return lines([...ofOrders, ...ofRefunds]);
}

/** Both totals by day, counted from the plan. */
function plannedDays(): string[] {
  const days = new Map(NOVEMBER.map((day) => [day, { books: 0, analytics: 0 }]));
  const add = (at: string, side: 'books' | 'analytics', amount: number) => {
    const day = days.get(dayText(at));
    if (day) day[side] += amount;
  };
  for (const { at, amount, fault } of orders) {
    add(at, 'books', amount);
    if (fault?.class !== 'missing')
      add(at, 'analytics', fault?.class === 'wrong_amount' ? amount - WRONG_BY : amount);
    if (fault?.reason === 'another_id') add(at, 'analytics', amount);
  }
  for (const { at, toldAt, amount } of refunds) {
    add(at, 'books', -amount);
    add(toldAt, 'analytics', -amount);
  }
  return [...days].map(([day, { books, analytics }]) => `${day} VND ${books} ${analytics} 0`);
}

async function loadTheMonth(): Promise<void> {
  const events = [...eventsOfBooks(orders, refunds)];
  for (let start = 0; start < events.length; start += 5_000) {
    await load.bucket.putEvents(`events/2026/12/01/00/${start}.json.gz`, events.slice(start, start + 5_000));
  }
  for (const { key, content } of bookFilesOf(orders, refunds)) await load.bucket.put(key, content);
  await load.run();
}

it(
  `names exactly the planned faults of ${ORDERS.toLocaleString('en')} orders, each with its class, and explains every đồng`,
  async () => {
    await loadTheMonth();
    const faults = await ask(
      `SELECT kind, class, reason, coalesce(refund_id, order_id) AS id, difference::bigint AS difference
       FROM dash.books_reconciled WHERE class <> 'matched' OR reason IS NOT NULL`,
    );
    expect(lines(faults.map((row) => Object.values(row)))).toEqual(plannedFaults());
    const days = await ask(
      `SELECT day::text, currency, books::bigint, analytics::bigint, unexplained::bigint FROM dash.books_daily ORDER BY day`,
    );
    expect(days.map((row) => Object.values(row).join(' '))).toEqual(plannedDays());
    expect(
      await ask(
        'SELECT missing_numbers, quarantined, contradictions, open_days, incomplete_files FROM dash.books_state',
      ),
    ).toEqual([{ missing_numbers: 0, quarantined: 0, contradictions: 0, open_days: 0, incomplete_files: 0 }]);
  },
  LIMIT_MS,
);
