/** Columns of `visits_hourly` that make its key, with what they are of a session. */
const KEY = {
  hour: 'started_hour',
  login_state: 'login_state',
  is_bot: 'is_bot',
  is_staff: 'is_staff',
  channel: 'channel',
  device: 'device',
  utm_source: `coalesce(utm_source, '')`,
  utm_medium: `coalesce(utm_medium, '')`,
  utm_campaign: `coalesce(utm_campaign, '')`,
};

/** The other columns, with their sums over sessions. */
const COUNTS = {
  sessions: 'count(*)',
  of_browsers: 'count(client_id)',
  viewed: 'count(viewed_at)',
  carted: 'count(coalesce(carted_at, checkout_at))',
  checked_out: 'count(checkout_at)',
};

const NAMES = [...Object.keys(KEY), ...Object.keys(COUNTS)].join(', ');
const KEY_NAMES = Object.keys(KEY).join(', ');

const set = (sign: '+' | '-', changed: string) =>
  Object.keys(COUNTS)
    .map((name) => `${name} = kept.${name} ${sign} ${changed}.${name}`)
    .join(', ');

/** Sums over sessions, which are the rows of `visits_hourly`. @param sessions a relation */
const visitsOf = (sessions: string) => {
  const values = Object.entries({ ...KEY, ...COUNTS }).map(([name, value]) => `${value} AS ${name}`);
  return `SELECT ${values.join(', ')} FROM ${sessions} GROUP BY ${Object.values(KEY).join(', ')}`;
};

/** Fills `visits_hourly` with all sessions. */
export const COUNT_ALL_VISITS = `INSERT INTO visits_hourly (${NAMES}) ${visitsOf('sessions')};`;

/** Sessions of browsers with several: the rows of `repeat_visits`. @param where a filter */
const repeatVisits = (where: string) => `
  INSERT INTO repeat_visits (client_id, hour, login_state, is_bot, is_staff, sessions)
  SELECT client_id, started_hour, login_state, is_bot, is_staff, count(*)
  FROM sessions JOIN (
    SELECT client_id FROM sessions WHERE client_id IS NOT NULL ${where} GROUP BY client_id HAVING count(*) > 1
  ) AS several USING (client_id)
  GROUP BY client_id, started_hour, login_state, is_bot, is_staff;`;

/** Fills `repeat_visits` with all sessions. */
export const COUNT_ALL_REPEAT_VISITS = repeatVisits('');

const changedBrowsers = (sessions: string) => `
    browsers := ARRAY(SELECT DISTINCT client_id FROM ${sessions} WHERE client_id IS NOT NULL);
    DELETE FROM repeat_visits WHERE client_id = ANY(browsers);`;

/**
 * Triggers that count sessions that come and go, in the statement that writes them: loads,
 * rebuilds, erasures and retentions cannot forget it. An update is both.
 */
export const KEEP_VISITS = `
  CREATE FUNCTION count_visits_come() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    browsers text[];
  BEGIN
    INSERT INTO visits_hourly AS kept (${NAMES})
      SELECT ${NAMES} FROM (${visitsOf('come')}) AS delta ORDER BY ${KEY_NAMES}
      ON CONFLICT (${KEY_NAMES}) DO UPDATE SET ${set('+', 'excluded')};
    ${changedBrowsers('come')}
    ${repeatVisits('AND client_id = ANY(browsers)')}
    RETURN NULL;
  END $$;

  CREATE FUNCTION count_visits_gone() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    browsers text[];
  BEGIN
    UPDATE visits_hourly AS kept SET ${set('-', 'delta')} FROM (${visitsOf('gone')}) AS delta
      WHERE ${Object.keys(KEY)
        .map((name) => `kept.${name} = delta.${name}`)
        .join(' AND ')};
    DELETE FROM visits_hourly WHERE hour = ANY(ARRAY(SELECT DISTINCT started_hour FROM gone)) AND sessions = 0;
    browsers := ARRAY(SELECT DISTINCT client_id FROM gone JOIN repeat_visits USING (client_id));
    DELETE FROM repeat_visits WHERE client_id = ANY(browsers);
    ${repeatVisits('AND client_id = ANY(browsers)')}
    RETURN NULL;
  END $$;

  CREATE FUNCTION count_no_visits() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    TRUNCATE visits_hourly, repeat_visits;
    RETURN NULL;
  END $$;

  CREATE TRIGGER visits_emptied AFTER TRUNCATE ON sessions
    FOR EACH STATEMENT EXECUTE FUNCTION count_no_visits();
  CREATE TRIGGER visits_come AFTER INSERT ON sessions REFERENCING NEW TABLE AS come
    FOR EACH STATEMENT EXECUTE FUNCTION count_visits_come();
  CREATE TRIGGER visits_gone AFTER DELETE ON sessions REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION count_visits_gone();
  CREATE TRIGGER visits_changed_1 AFTER UPDATE ON sessions REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION count_visits_gone();
  CREATE TRIGGER visits_changed_2 AFTER UPDATE ON sessions REFERENCING NEW TABLE AS come
    FOR EACH STATEMENT EXECUTE FUNCTION count_visits_come();`;
