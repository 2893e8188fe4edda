const STRENGTH = `CASE state WHEN 'logged_in' THEN 3 WHEN 'guest' THEN 2 WHEN 'anonymous' THEN 1 ELSE 0 END`;
const PURCHASE = `('add_to_cart_click', 'remove_from_cart_click', 'checkout_start', 'checkout_step', 'checkout_complete')`;

/**
 * View `landings`: the event that brought a session; a resumed one without a view has none.
 * Tables `sessions` (ADR 0011) and `funnel` (ADR 0040): a session enters with its first product
 * view, or at its beginning when it is resumed where the same browser had viewed a product
 * within a day.
 */
export const SESSIONS = `
CREATE TABLE session_events AS
SELECT session, client, usr, name, moment, state, is_bot, device, page_url, referrer,
  row_number() OVER (PARTITION BY session ORDER BY moment, coalesce(sequence, -1), event_id) AS place
FROM settled WHERE session IS NOT NULL;

-- Of an address: lower case, readable, without its file of a folder and a slash at its end.
CREATE MACRO spelled(path) AS lower(nfc_normalize(url_decode(path)));
CREATE MACRO path_of(address) AS coalesce(nullif(regexp_replace(regexp_replace(
  spelled(regexp_extract(address, '^[a-zA-Z]+://[^/?#]+([^?#]*)', 1)),
  '/(index|default)\\.(html?|php|aspx?|jsp)$', '/'), '(.)/$', '\\1'), ''), '/');

CREATE TABLE sessions AS
SELECT session, max(client) FILTER (WHERE place = 1) AS client, max_by(usr, place) FILTER (WHERE usr IS NOT NULL) AS usr, min(moment) AS started_at, max(moment) AS ended_at,
  bool_or(is_bot) AS is_bot, max(device) FILTER (WHERE place = 1) AS device,
  ['unknown', 'anonymous', 'guest', 'logged_in'][1 + max(${STRENGTH})] AS state,
  min(moment) FILTER (WHERE name = 'product_view') AS viewed_at,
  min(place) FILTER (WHERE ends_with(name, '_view')) AS landing,
  min(place) FILTER (WHERE name IN ${PURCHASE}) AS first_step,
  count(*) FILTER (WHERE name = 'page_view') AS page_views,
  path_of(max_by(page_url, place) FILTER (WHERE place = 1)) AS entry_path, path_of(max_by(coalesce(page_url, ''), place)) AS exit_path,
  session IN (SELECT session FROM orders) AS has_ordered
FROM session_events GROUP BY session;

CREATE VIEW landings AS
SELECT session, coalesce(page_url, '') AS page_url, coalesce(referrer, '') AS referrer
FROM sessions JOIN session_events USING (session)
WHERE place = coalesce(landing, CASE WHEN first_step IS NULL THEN 1 END);

CREATE TABLE arrivals (session VARCHAR PRIMARY KEY, channel VARCHAR, source VARCHAR, medium VARCHAR, campaign VARCHAR);

CREATE TABLE funnel AS
WITH begun AS (
  SELECT session, CASE
      WHEN first_step IS NOT NULL AND (landing IS NULL OR first_step < landing) AND EXISTS (
        FROM sessions AS earlier
        WHERE earlier.client = sessions.client AND earlier.viewed_at IS NOT NULL
          AND earlier.started_at < sessions.started_at
          AND earlier.ended_at >= sessions.started_at - 24 * 3600000)
      THEN started_at ELSE viewed_at END AS begins_at
  FROM sessions
), steps AS (
  SELECT session, moment, CASE name WHEN 'add_to_cart_click' THEN 2 ELSE 3 END AS step
  FROM settled WHERE name IN ('add_to_cart_click', 'checkout_start', 'checkout_step')
  UNION ALL
  SELECT session, told_at, 4 FROM orders
)
SELECT begun.session, coalesce(max(step), 1) AS reached
FROM begun LEFT JOIN steps ON steps.session = begun.session AND steps.moment >= begins_at
WHERE begins_at IS NOT NULL
GROUP BY begun.session;
`;
