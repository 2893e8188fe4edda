import { aWarehouse, type TestWarehouse } from '@clickstream/dw-models/testing';
import pg from 'pg';
import { raiseAlerts } from './raise-alerts';

const UNTIL = Date.parse('2026-11-02T09:00:00Z');
const HOUR = 3_600_000;
const WEEK = 168 * HOUR;

let warehouse: TestWarehouse;
let client: pg.Client;

beforeEach(async () => {
  warehouse = await aWarehouse();
  client = new pg.Client({ connectionString: warehouse.etlUrl });
  await client.connect();
});

afterEach(async () => {
  await client.end();
  await warehouse.close();
});

/** Sessions of the hour that ends then, with orders of the first of them. */
async function visits(end: number, device: string, sessions: number, orders = 0): Promise<void> {
  await warehouse.query(
    'admin',
    `WITH begun AS (
       INSERT INTO sessions (session_id, started_at, ended_at, started_hour, viewed_at, checkout_at, events, page_views, is_bot,
         is_staff, login_state, device, channel, is_resumed, is_clock_corrected)
       SELECT $1 || $2::timestamptz || nth, $2, $2, $2, $2, $2, 1, 1, false, false, 'anonymous', $1, 'direct', false, false
       FROM generate_series(1, $3::integer) AS nth RETURNING session_id
     )
     INSERT INTO orders (order_id, session_id, placed_at, shopper_at, gross, currency, pieces, is_bot, is_staff, completions)
     SELECT session_id, session_id, $2, $2, 10, 'EUR', 1, false, false, 1 FROM begun LIMIT $4`,
    [device, new Date(end - HOUR), sessions, orders],
  );
}

/** The same hour of the weeks before, and the first event of the shop. */
async function history(end: number, weeks: number): Promise<void> {
  for (let week = 1; week <= weeks; week++) {
    await visits(end - week * WEEK, 'mobile', 400, 300);
    await visits(end - week * WEEK, 'desktop', 300, 200);
  }
  await warehouse.query(
    'admin',
    `INSERT INTO activity_hourly (hour, event_name, login_state, is_bot, is_staff, events)
     VALUES ($1, 'click', 'unknown', false, false, 3) ON CONFLICT DO NOTHING`,
    [new Date(UNTIL - weeks * WEEK - 24 * HOUR)],
  );
}

/** A run that has loaded everything until seven minutes past the second hour after this end. */
async function loadAfter(end: number): Promise<string[]> {
  const [run] = await warehouse.query(
    'admin',
    'INSERT INTO etl_runs (complete_until) VALUES ($1) RETURNING run_id',
    [new Date(end + HOUR + 7 * 60_000)],
  );
  return raiseAlerts(client, Number(run?.['run_id']), 'UTC');
}

const alerts = () =>
  warehouse.query(
    'shiny',
    `SELECT metric, subject, segment, hours, since, until, observed, expected, over_at FROM dash.alerts ORDER BY alert_id`,
  );

it('raises an alert once, while it lasts, and ends it', async () => {
  await history(UNTIL, 8);
  await visits(UNTIL, 'mobile', 240, 180);
  await visits(UNTIL, 'desktop', 300, 200);
  const words = 'Sessions, device mobile: 240 in 1 hour, 400 were expected (40 % fewer)';
  const lines = await loadAfter(UNTIL);
  expect(lines[0]).toBe(`Alert: ${words}.`);
  expect(await alerts()).toContainEqual({
    metric: 'sessions',
    subject: '',
    segment: 'mobile',
    hours: 1,
    since: new Date(UNTIL - HOUR),
    until: new Date(UNTIL),
    observed: 240,
    expected: 400,
    over_at: null,
  });
  // The same hour is judged once only.
  expect(await loadAfter(UNTIL)).toEqual([]);

  await history(UNTIL + HOUR, 8);
  await visits(UNTIL + HOUR, 'mobile', 240, 180);
  await visits(UNTIL + HOUR, 'desktop', 300, 200);
  expect(await loadAfter(UNTIL + HOUR)).toEqual([]);

  await history(UNTIL + 2 * HOUR, 8);
  await visits(UNTIL + 2 * HOUR, 'mobile', 400, 300);
  await visits(UNTIL + 2 * HOUR, 'desktop', 300, 200);
  expect(await loadAfter(UNTIL + 2 * HOUR)).toContain(`Over: ${words}.`);
  expect((await alerts())[0]).toMatchObject({ over_at: new Date(UNTIL + 2 * HOUR) });
});

it('compares the steps, the orders and the revenue of each segment', async () => {
  await history(UNTIL, 8);
  await visits(UNTIL, 'mobile', 400, 100);
  await visits(UNTIL, 'desktop', 300, 200);
  expect(await loadAfter(UNTIL)).toEqual([
    'Alert: Order, device mobile: 25 % of 400 sessions with a checkout in 1 hour, 75 % was expected.',
    'Alert: Orders, device mobile: 100 in 1 hour, 300 were expected (67 % fewer).',
    'Alert: Revenue EUR, device mobile: 1,000 in 1 hour, 3,000 was expected (67 % less).',
  ]);
});

it('compares received events with what could be loaded of them', async () => {
  await history(UNTIL, 4);
  await warehouse.query(
    'admin',
    `INSERT INTO ledger_hourly (hour, received, rejected, stored, loaded)
     SELECT $1::timestamptz - week * interval '7 days', 1000, CASE week WHEN 0 THEN 90 ELSE 2 END,
       CASE week WHEN 0 THEN 910 ELSE 998 END, CASE week WHEN 0 THEN 910 ELSE 998 END
     FROM generate_series(0, 4) AS week`,
    [new Date(UNTIL - HOUR)],
  );
  await visits(UNTIL, 'mobile', 400, 300);
  await visits(UNTIL, 'desktop', 300, 200);
  expect(await loadAfter(UNTIL)).toEqual([
    'Alert: Rejected events: 9.0 % of 1,000 received events in 1 hour, 0.2 % was expected.',
  ]);
});

it('raises nothing in the first four weeks of a warehouse', async () => {
  await history(UNTIL, 3);
  expect(await loadAfter(UNTIL)).toEqual([]);
});

it('judges the shop that nobody visits any more', async () => {
  await history(UNTIL, 5);
  expect((await loadAfter(UNTIL))[0]).toBe('Alert: Sessions: 0 in 1 hour, 700 were expected (100 % fewer).');
});
