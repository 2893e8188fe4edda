import { aWarehouse, type TestWarehouse } from '@clickstream/dw-models/testing';
import { readEvent } from '@clickstream/event-schema/read-event';
import fc from 'fast-check';
import { emptyTables, gzippedLines, memorySource, rebuild, runIn } from '@clickstream/warehouse-load/testing';
import { openWarehouse, type Warehouse } from '@clickstream/warehouse-load/warehouse';
import { anyChange, anyEvents } from '../../testing/any-events';
import { FIRST_RECEIPT, rawEvent } from '../../testing/raw-event';
import { bruteForceFacts, type PlainFacts } from '../../testing/brute-force-facts';
import type { PlainEvent, PlainReading } from '../../testing/plain-event';
import { WRONG_VISITS } from './wrong-visits';

let warehouse: TestWarehouse;
let loading: Warehouse;

beforeAll(async () => {
  warehouse = await aWarehouse();
  loading = await openWarehouse(warehouse.etlUrl);
});

afterAll(async () => {
  await loading.close();
  await warehouse.close();
});

/** The object in which each event arrives: one of up to three, in any order, over several runs. */
const anyArrival = fc.record({
  events: anyEvents,
  arrivals: fc.array(fc.tuple(fc.nat(), fc.nat({ max: 9 }), anyChange), { maxLength: 60 }),
  objectsPerRun: fc.integer({ min: 1, max: 4 }),
  chunkRows: fc.integer({ min: 1, max: 12 }),
  order: fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], { minLength: 10 }),
});

function readingOf(event: PlainEvent): PlainReading {
  const read = readEvent(JSON.parse(JSON.stringify(rawEvent(event))), FIRST_RECEIPT);
  return { sender: read.sender, corrections: read.ok ? read.corrections : [] };
}

async function storedFacts(): Promise<PlainFacts> {
  const keyed = async (sql: string): Promise<Record<string, object>> => {
    const rows = await warehouse.query('shiny', sql);
    return Object.fromEntries(rows.map(({ key, ...row }) => [key, row])) as Record<string, object>;
  };
  const ms = (column: string) => `(extract(epoch FROM ${column}) * 1000)::float8`;
  return {
    activity: await keyed(
      `SELECT concat_ws(' ', ${ms('hour')}, event_name, login_state, is_bot::text, is_staff::text) AS key,
         events FROM activity_hourly`,
    ),
    productHours: await keyed(
      `SELECT concat_ws(' ', ${ms('hour')}, product_id, login_state, is_bot::text, is_staff::text,
           coalesce(currency, '-')) AS key,
         sum(views)::integer AS views, sum(add_to_carts)::integer AS "addToCarts",
         sum(units_ordered)::float8 AS units, sum(revenue)::float8 AS revenue FROM dash.products_hourly GROUP BY 1`,
    ),
    listHours: await keyed(
      `SELECT concat_ws(' ', ${ms('hour')}, list, position, shown, login_state, is_bot::text, is_staff::text,
           coalesce(currency, '-')) AS key,
         sum(views)::integer AS views, sum(clicks)::integer AS clicks, sum(add_to_carts)::integer AS "addToCarts",
         sum(lines_ordered)::integer AS lines FROM dash.lists_hourly GROUP BY 1`,
    ),
    products: await keyed(
      `SELECT product_id AS key, product_name AS name, price::float8, ${ms('seen_at')} AS at FROM products`,
    ),
    senderFaults: await keyed(
      `SELECT concat_ws(' ', (${ms('hour')} - ${FIRST_RECEIPT}) / 3600000, sender, fault) AS key, events FROM sender_faults`,
    ),
    sessions: await keyed(
      `SELECT session_id AS key, client_id AS client, user_id AS user, ${ms('started_at')} AS from, ${ms('ended_at')} AS to,
         ${ms('started_hour')} AS hour, is_resumed AS resumed, ${ms('viewed_at')} AS viewed, ${ms('carted_at')} AS carted,
         ${ms('checkout_at')} AS checkout, ${ms('ordered_at')} AS ordered, events, page_views AS "pageViews", orders,
         is_first_visit AS "firstVisit", is_bot AS bot, is_staff AS staff, login_state AS state, entry_path AS entry,
         exit_path AS exit, utm_source AS source FROM dash.sessions`,
    ),
    carts: await keyed(
      `SELECT cart_id AS key, client_id AS client, session_id AS session, user_id AS user, ${ms('started_at')} AS from,
         ${ms('last_activity_at')} AS to, ${ms('abandons_at')} AS abandons, ${ms('checkout_at')} AS checkout,
         ${ms('emptied_at')} AS emptied, ${ms('recovered_at')} AS recovered, ${ms('bought_at')} AS bought,
         order_id AS order, value::float8, currency, pieces, events, sessions, shoppers, abandonments, is_bot AS bot,
         is_staff AS staff FROM carts`,
    ),
    // The user behind a browser, and the cart of an order that names none, are tested elsewhere.
    orders: await keyed(
      `SELECT o.order_id AS key, ${ms('o.placed_at')} AS placed, o.client_id AS client, o.session_id AS session,
         o.user_id AS user, o.login_state AS state, o.cart_id AS cart, o.currency, o.gross::float8, o.pieces::float8,
         o.completions, v.refunds::integer, v.refunded::float8, v.net::float8,
         ${ms('v.refunded_at')} AS "refundedAt", o.is_bot AS bot
       FROM orders o JOIN dash.orders v USING (order_id)`,
    ),
    refunds: await keyed(
      `SELECT event_id AS key, order_id AS order, ${ms('refunded_at')} AS at, amount::float8, currency, told
       FROM dash.refunds`,
    ),
    links: await keyed(
      `SELECT concat_ws(' ', client_id, user_id) AS key, ${ms('first_at')} AS from, ${ms('last_at')} AS to, events
       FROM identity_links`,
    ),
  };
}

/** Carts whose session says something else than they do. */
const WRONG_ORIGINS = `
  SELECT cart_id FROM carts LEFT JOIN sessions s USING (session_id)
  WHERE (carts.device, carts.channel, carts.login_state) IS DISTINCT FROM (s.device, s.channel, s.login_state)`;

describe('the facts', () => {
  it('equal those of the definition, however the events are split into objects, chunks and runs, and in any order', async () => {
    await fc.assert(
      fc.asyncProperty(anyArrival, async ({ events, arrivals, objectsPerRun, chunkRows, order }) => {
        await emptyTables(warehouse);
        const objects = order.map((): PlainEvent[] => []);
        for (const [index, event] of events.entries()) objects[index % 10]?.push(event);
        for (const [nth, object, change] of arrivals) {
          const again = events[nth % Math.max(events.length, 1)];
          if (again) objects[object]?.unshift(change(again));
        }
        const firstReceived = new Map<string, PlainEvent>();
        for (const event of objects.flat())
          if (!firstReceived.has(event.id)) firstReceived.set(event.id, event);

        const source = memorySource();
        for (let start = 0; start < order.length; start += objectsPerRun) {
          for (const object of order.slice(start, start + objectsPerRun)) {
            source.put(
              `events/2026/11/01/0${object}/o.json.gz`,
              gzippedLines((objects[object] ?? []).map(rawEvent)),
            );
          }
          await runIn(loading, source, { chunkRows });
        }

        const expected = bruteForceFacts([...firstReceived.values()], readingOf);
        expect(await storedFacts()).toEqual(expected);
        expect(await warehouse.query('shiny', WRONG_ORIGINS)).toEqual([]);
        expect(await warehouse.query('shiny', WRONG_VISITS)).toEqual([]);
        expect(await warehouse.query('shiny', 'SELECT * FROM dash.ledger_differences')).toEqual([]);
        await rebuild(warehouse);
        expect(await storedFacts()).toEqual(expected);
        expect(await warehouse.query('shiny', WRONG_ORIGINS)).toEqual([]);
        expect(await warehouse.query('shiny', WRONG_VISITS)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  }, 180_000);
});
