import { aWarehouse, type TestWarehouse } from './testing/a-warehouse';
import { columnsOf } from './testing/columns-of';

let warehouse: TestWarehouse;

beforeAll(async () => {
  warehouse = await aWarehouse();
});

afterAll(() => warehouse.close());

describe('the views of dash', () => {
  it.each([
    [
      'activity_hourly',
      'hour timestamp with time zone, event_name text, login_state text, is_bot boolean, events bigint, is_staff boolean',
    ],
    [
      'alerts',
      'alert_id bigint, metric text, subject text, segment_by text, segment text, hours integer, ' +
        'since timestamp with time zone, until timestamp with time zone, observed double precision, ' +
        'expected double precision, exposure double precision, score double precision, words text, run_id integer, ' +
        'raised_at timestamp with time zone, over_at timestamp with time zone',
    ],
    [
      'books_reconciled',
      'kind text, class text, reason text, order_id text, refund_id text, day date, at timestamp with time zone, ' +
        'currency text, books numeric, analytics numeric, difference numeric, is_booked boolean, is_seen boolean, ' +
        'times integer, consent text, browser text, device text, channel text, cart_id text, is_fault boolean',
    ],
    [
      'books_daily',
      'day date, currency text, books numeric, analytics numeric, explained numeric, unexplained numeric, ' +
        'book_orders bigint, seen_orders bigint',
    ],
    [
      'books_state',
      'time_zone text, currency text, first_day date, last_day date, since timestamp with time zone, ' +
        'until timestamp with time zone, files integer, missing_numbers integer, quarantined integer, ' +
        'contradictions integer, open_days integer, incomplete_files integer',
    ],
    [
      'sessions_hourly',
      'hour timestamp with time zone, login_state text, is_bot boolean, channel text, device text, sessions bigint, ' +
        'bounced_sessions bigint, viewed bigint, carted bigint, checked_out bigint, ordered bigint, ' +
        'page_views bigint, orders bigint, ordering_sessions bigint, duration_seconds numeric, is_staff boolean',
    ],
    [
      'session_visitors',
      'hour timestamp with time zone, login_state text, is_bot boolean, client_id text, is_staff boolean',
    ],
    [
      'products_hourly',
      'hour timestamp with time zone, product_id text, product_name text, category text, brand text, ' +
        'login_state text, is_bot boolean, currency text, views bigint, add_to_carts bigint, units_ordered bigint, revenue numeric, is_staff boolean',
    ],
    [
      'lists_hourly',
      'hour timestamp with time zone, list text, position integer, shown integer, login_state text, ' +
        'is_bot boolean, is_staff boolean, currency text, views bigint, clicks bigint, add_to_carts bigint, ' +
        'lines_ordered bigint, revenue numeric',
    ],
    [
      'carts',
      'cart_id text, client_id text, session_id text, user_id text, state text, stage text, ' +
        'started_at timestamp with time zone, last_activity_at timestamp with time zone, ' +
        'checkout_at timestamp with time zone, emptied_at timestamp with time zone, ' +
        'abandoned_at timestamp with time zone, recovered_at timestamp with time zone, ' +
        'bought_at timestamp with time zone, order_id text, value numeric, currency text, pieces integer, ' +
        'events integer, sessions integer, shoppers integer, abandonments integer, is_bot boolean, is_staff boolean, ' +
        'device text, channel text, login_state text',
    ],
    [
      'carts_hourly',
      'hour timestamp with time zone, state text, stage text, currency text, is_bot boolean, is_staff boolean, ' +
        'carts bigint, recovered bigint, value numeric',
    ],
    [
      'orders',
      'order_id text, placed_at timestamp with time zone, client_id text, session_id text, user_id text, ' +
        'was_signed_in boolean, login_state text, cart_id text, currency text, gross numeric, refunded numeric, ' +
        'net numeric, tax numeric, shipping numeric, pieces bigint, refunds integer, ' +
        'refunded_at timestamp with time zone, completions integer, is_bot boolean, is_staff boolean, ' +
        'channel text, utm_source text, utm_medium text, utm_campaign text, device text',
    ],
    [
      'orders_hourly',
      'hour timestamp with time zone, login_state text, currency text, is_bot boolean, is_staff boolean, ' +
        'orders bigint, refunded_orders bigint, pieces bigint, gross numeric, refunded numeric, net numeric',
    ],
    [
      'refunds',
      'order_id text, refund_id text, refunded_at timestamp with time zone, amount numeric, currency text, ' +
        'login_state text, is_bot boolean, is_staff boolean, told integer, event_id uuid',
    ],
    [
      'refunds_hourly',
      'hour timestamp with time zone, login_state text, currency text, is_bot boolean, is_staff boolean, ' +
        'refunds bigint, refunded numeric',
    ],
    [
      'sessions',
      'session_id text, client_id text, user_id text, started_at timestamp with time zone, ' +
        'ended_at timestamp with time zone, started_hour timestamp with time zone, is_resumed boolean, ' +
        'viewed_at timestamp with time zone, carted_at timestamp with time zone, ' +
        'checkout_at timestamp with time zone, ordered_at timestamp with time zone, events integer, ' +
        'page_views integer, orders integer, is_first_visit boolean, is_bot boolean, is_staff boolean, ' +
        'login_state text, device text, channel text, utm_source text, utm_medium text, utm_campaign text, ' +
        'utm_term text, utm_content text, entry_path text, exit_path text',
    ],
    [
      'session_revenue_hourly',
      'hour timestamp with time zone, login_state text, is_bot boolean, channel text, device text, currency text, ' +
        'orders bigint, gross numeric',
    ],
    [
      'order_touches',
      'order_id text, placed_at timestamp with time zone, login_state text, currency text, is_bot boolean, ' +
        'is_staff boolean, net numeric, session_id text, started_at timestamp with time zone, channel text, ' +
        'utm_source text, utm_medium text, utm_campaign text, place bigint, touches bigint, last_known bigint',
    ],
    [
      'order_credits',
      'order_id text, placed_at timestamp with time zone, login_state text, currency text, is_bot boolean, ' +
        'is_staff boolean, model text, place bigint, touches bigint, session_id text, ' +
        'started_at timestamp with time zone, channel text, utm_source text, utm_medium text, utm_campaign text, ' +
        'orders double precision, net numeric',
    ],
    [
      'buyer_orders',
      'order_id text, placed_at timestamp with time zone, login_state text, currency text, is_bot boolean, ' +
        'is_staff boolean, net numeric, user_id text, client_id text, buyer text',
    ],
    [
      'campaign_costs',
      'day date, source text, medium text, campaign text, channel text, currency text, cost numeric, ' +
        'clicks bigint, impressions bigint',
    ],
    [
      'done_actions',
      'action_id bigint, kind text, key text, label text, topic text, group_name text, done_on date, first_done_on date, ' +
        'recorded_at timestamp with time zone, changed_at timestamp with time zone, newest_entry bigint, ' +
        'counted_from date, counted_to date, login_state text, traffic text, currency text, gain numeric, ' +
        'gain_lower numeric, gain_upper numeric, part numeric, whole numeric, other_part numeric, other_whole numeric',
    ],
    [
      'identity_links',
      'client_id text, user_id text, first_at timestamp with time zone, last_at timestamp with time zone, events integer',
    ],
    [
      'ledger_hourly',
      'hour timestamp with time zone, received bigint, rejected bigint, stored bigint, loaded bigint, duplicates bigint, quarantined bigint, replayed bigint, erased bigint, expired bigint, lost_in_browser bigint, missing bigint',
    ],
    ['sender_faults', 'hour timestamp with time zone, sender text, fault text, events bigint'],
    ['open_quarantine', 'reason text, lines bigint, since timestamp with time zone'],
    [
      'freshness',
      'data_until timestamp with time zone, last_load_at timestamp with time zone, events bigint, quarantined bigint',
    ],
  ])('dash.%s has the columns that the dashboards read', async (view, columns) => {
    expect((await columnsOf(warehouse, 'dash', view)).join(', ')).toBe(columns);
  });

  it('show the freshness of an empty warehouse in one row', async () => {
    const other = await aWarehouse();
    expect(await other.query('shiny', 'SELECT * FROM dash.freshness')).toEqual([
      { data_until: null, last_load_at: null, events: '0', quarantined: '0' },
    ]);
    await other.close();
  });

  it('count sessions by the hour in which they began', async () => {
    await warehouse.query(
      'etl',
      `INSERT INTO sessions (session_id, started_at, ended_at, started_hour, viewed_at, events, page_views,
         is_bot, is_staff, login_state, device, channel, is_resumed, is_clock_corrected)
       VALUES ('a', '2026-11-02T09:59Z', '2026-11-02T10:09Z', '2026-11-02T09:00Z', '2026-11-02T10:01Z', 3, 2,
         false, false, 'guest', 'mobile', 'email', false, false),
       ('b', '2026-11-02T09:00Z', '2026-11-02T09:00Z', '2026-11-02T09:00Z', NULL, 1, 1,
         false, false, 'guest', 'mobile', 'email', false, false)`,
    );
    const [row] = await warehouse.query('shiny', 'SELECT * FROM dash.sessions_hourly');
    expect(row).toEqual({
      hour: new Date('2026-11-02T09:00Z'),
      login_state: 'guest',
      is_bot: false,
      channel: 'email',
      device: 'mobile',
      sessions: '2',
      bounced_sessions: '1',
      viewed: '1',
      carted: '0',
      checked_out: '0',
      ordered: '0',
      page_views: '3',
      orders: '0',
      ordering_sessions: '0',
      duration_seconds: '600.000000',
      is_staff: false,
    });
  });

  it('count everyone in staff_users as staff, including their earlier events', async () => {
    await warehouse.query('admin', `INSERT INTO staff_users (user_id) VALUES ('user-of-the-shop')`);
    await warehouse.query(
      'etl',
      `UPDATE sessions SET user_id = 'user-of-the-shop', client_id = 'browser-1' WHERE session_id = 'a'`,
    );
    expect(
      await warehouse.query('shiny', 'SELECT is_staff, sessions FROM dash.sessions_hourly ORDER BY is_staff'),
    ).toEqual([
      { is_staff: false, sessions: '1' },
      { is_staff: true, sessions: '1' },
    ]);
    expect(
      await warehouse.query('shiny', 'SELECT client_id FROM dash.session_visitors WHERE is_staff'),
    ).toEqual([{ client_id: 'browser-1' }]);
  });

  it('show a product by its id until an event names it', async () => {
    await warehouse.query(
      'etl',
      `INSERT INTO products_hourly (hour, product_id, login_state, is_bot, is_staff, views, add_to_carts)
       VALUES ('2026-11-02T09:00Z', 'LAP-1', 'guest', false, false, 1, 0)`,
    );
    const [row] = await warehouse.query('shiny', 'SELECT product_name, brand FROM dash.products_hourly');
    expect(row).toEqual({ product_name: 'LAP-1', brand: null });
  });
});
