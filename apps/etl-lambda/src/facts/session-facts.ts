import type { ClientBase } from 'pg';

/**
 * Sessions from their events. Events are in order of time, then of id. A funnel step is the first such event at or
 * after the step before it. The channel and the campaign are those of the first event; when that came from the shop
 * itself, the visit is direct.
 */
const sessionsFrom = (events: string): string => `
  WITH ordered AS (
    SELECT *,
      row_number() OVER (PARTITION BY session_id ORDER BY event_timestamp, event_id) AS place,
      count(*) OVER visit AS places,
      min(event_timestamp) FILTER (WHERE event_name = 'product_view') OVER visit AS viewed_at
    FROM ${events}
    WINDOW visit AS (PARTITION BY session_id)
  ), carted AS (
    SELECT *,
      min(event_timestamp) FILTER (WHERE event_name = 'add_to_cart_click' AND event_timestamp >= viewed_at)
        OVER (PARTITION BY session_id) AS carted_at
    FROM ordered
  ), checked_out AS (
    SELECT *,
      min(event_timestamp) FILTER (WHERE event_name = 'checkout_start' AND event_timestamp >= carted_at)
        OVER (PARTITION BY session_id) AS checkout_at
    FROM carted
  )
  SELECT session_id,
    max(client_id) FILTER (WHERE place = 1) AS client_id,
    (array_agg(user_id ORDER BY place DESC) FILTER (WHERE user_id IS NOT NULL))[1] AS user_id,
    min(event_timestamp) AS started_at,
    max(event_timestamp) AS ended_at,
    date_trunc('hour', min(event_timestamp), 'UTC') AS started_hour,
    min(viewed_at) AS viewed_at,
    min(carted_at) AS carted_at,
    min(checkout_at) AS checkout_at,
    min(event_timestamp) FILTER (WHERE event_name = 'checkout_complete' AND event_timestamp >= checkout_at)
      AS ordered_at,
    count(*) AS events,
    count(*) FILTER (WHERE event_name = 'page_view') AS page_views,
    count(*) FILTER (WHERE event_name = 'checkout_complete') AS orders,
    bool_or(is_first_visit) AS is_first_visit,
    bool_or(is_bot) AS is_bot,
    bool_or(is_staff) AS is_staff,
    CASE
      WHEN bool_or(user_login_state = 'logged_in') THEN 'logged_in'
      WHEN bool_or(user_login_state = 'guest') THEN 'guest'
      WHEN bool_or(user_login_state = 'anonymous') THEN 'anonymous'
      ELSE 'unknown'
    END AS login_state,
    coalesce(max(device) FILTER (WHERE place = 1), 'unknown') AS device,
    coalesce(nullif(max(channel) FILTER (WHERE place = 1), 'internal'), 'direct') AS channel,
    max(utm_source) FILTER (WHERE place = 1) AS utm_source,
    max(utm_medium) FILTER (WHERE place = 1) AS utm_medium,
    max(utm_campaign) FILTER (WHERE place = 1) AS utm_campaign,
    max(utm_term) FILTER (WHERE place = 1) AS utm_term,
    max(utm_content) FILTER (WHERE place = 1) AS utm_content,
    max(page_path) FILTER (WHERE place = 1) AS entry_path,
    max(page_path) FILTER (WHERE place = places) AS exit_path,
    coalesce(sum(order_revenue) FILTER (WHERE event_name = 'checkout_complete'), 0) AS revenue
  FROM checked_out
  GROUP BY session_id`;

const COLUMNS = [
  'session_id',
  'client_id',
  'user_id',
  'started_at',
  'ended_at',
  'started_hour',
  'viewed_at',
  'carted_at',
  'checkout_at',
  'ordered_at',
  'events',
  'page_views',
  'orders',
  'is_first_visit',
  'is_bot',
  'is_staff',
  'login_state',
  'device',
  'channel',
  'utm_source',
  'utm_medium',
  'utm_campaign',
  'utm_term',
  'utm_content',
  'entry_path',
  'exit_path',
  'revenue',
];

const INSERT = `INSERT INTO sessions (${COLUMNS.join(', ')})`;

/** Computes these sessions anew from all their events. */
export async function upsertSessions(client: ClientBase, sessionIds: readonly string[]): Promise<void> {
  if (sessionIds.length === 0) return;
  // A table that has just been filled has no statistics yet, and without them the planner reads all of it.
  await client.query('SET LOCAL enable_seqscan = off');
  await client.query(
    `${INSERT} ${sessionsFrom('clickstream_events WHERE session_id = ANY($1)')}
     ON CONFLICT (session_id) DO UPDATE
     SET ${COLUMNS.slice(1)
       .map((column) => `${column} = excluded.${column}`)
       .join(', ')}`,
    [sessionIds],
  );
  await client.query('SET LOCAL enable_seqscan = on');
}

/** Computes every session into the empty table. */
export async function insertAllSessions(client: ClientBase): Promise<void> {
  await client.query(`${INSERT} ${sessionsFrom('clickstream_events WHERE session_id IS NOT NULL')}`);
}
