/** Rows that a roll-up has more or fewer than it should. @param counted what it should have */
const differing = (table: string, columns: string, counted: string) => `
  SELECT '${table}' AS roll_up, row::text FROM (
    (SELECT ${columns} FROM ${table} EXCEPT ALL ${counted}) UNION ALL (${counted} EXCEPT ALL SELECT ${columns} FROM ${table})
  ) AS row`;

/** Rows of roll-ups of sessions that differ from the sessions. */
export const WRONG_VISITS = [
  differing(
    'visits_hourly',
    `hour, login_state, is_bot, is_staff, channel, device, utm_source, utm_medium, utm_campaign,
     sessions::bigint, of_browsers::bigint, viewed::bigint, carted::bigint, checked_out::bigint`,
    `SELECT started_hour, login_state, is_bot, is_staff, channel, device, coalesce(utm_source, ''), coalesce(utm_medium, ''),
       coalesce(utm_campaign, ''), count(*), count(*) FILTER (WHERE client_id IS NOT NULL),
       count(*) FILTER (WHERE viewed_at IS NOT NULL),
       count(*) FILTER (WHERE carted_at IS NOT NULL OR checkout_at IS NOT NULL),
       count(*) FILTER (WHERE checkout_at IS NOT NULL)
     FROM sessions GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9`,
  ),
  differing(
    'repeat_visits',
    'client_id, hour, login_state, is_bot, is_staff, sessions::bigint',
    `SELECT client_id, started_hour, login_state, is_bot, is_staff, count(*) FROM sessions AS one
     WHERE EXISTS (SELECT FROM sessions AS other WHERE other.client_id = one.client_id AND other.session_id <> one.session_id)
     GROUP BY 1, 2, 3, 4, 5`,
  ),
].join(' UNION ALL ');
