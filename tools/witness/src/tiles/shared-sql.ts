import type { Range } from './tile';

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** Macros and variables of DuckDB for the chosen days. Times are milliseconds since 1970. */
export const macrosFor = ({ from, to, timeZone, currency, finishedAt }: Range): string => `
  CREATE OR REPLACE MACRO local_time(moment) AS timezone(${quoted(timeZone)}, make_timestamptz(moment * 1000));
  CREATE OR REPLACE MACRO day_of(moment) AS local_time(moment)::DATE::VARCHAR;
  CREATE OR REPLACE MACRO hour_of(moment) AS strftime(local_time(moment), '%Y-%m-%d %H:00');
  CREATE OR REPLACE MACRO first_day() AS ${quoted(from)};
  CREATE OR REPLACE MACRO last_day() AS ${quoted(to)};
  CREATE OR REPLACE MACRO in_days(moment) AS day_of(moment) BETWEEN ${quoted(from)} AND ${quoted(to)};
  CREATE OR REPLACE MACRO people(is_bot) AS CASE WHEN is_bot THEN 'bots' ELSE 'people' END;
  CREATE OR REPLACE MACRO in_shop_currency(code) AS coalesce(code, ${quoted(currency)}) = ${quoted(currency)};
  CREATE OR REPLACE MACRO shop_currency() AS ${quoted(currency)};
  CREATE OR REPLACE MACRO finished_at() AS ${finishedAt};
`;

/** In PostgreSQL, the day on the shop's clock of a moment. */
export const dayOf = (moment: string): string => `to_char(${moment} AT TIME ZONE $3, 'YYYY-MM-DD')`;
export const hourOf = (moment: string): string => `to_char(${moment} AT TIME ZONE $3, 'YYYY-MM-DD HH24:00')`;

/** In PostgreSQL, true for a moment of the chosen days. */
export const inDays = (moment: string): string =>
  `${moment} >= ($1::date)::timestamp AT TIME ZONE $3 AND ${moment} < ($2::date + 1)::timestamp AT TIME ZONE $3`;

export const PEOPLE = `CASE WHEN is_bot THEN 'bots' ELSE 'people' END`;
export const IN_SHOP_CURRENCY = 'coalesce(currency, $4) = $4';

/** In DuckDB, the channel of a session: one that goes on after a pause is direct. */
export const CHANNEL_OF_SESSION = `CASE WHEN coalesce(arrivals.channel, 'internal') = 'internal' THEN 'direct' ELSE arrivals.channel END`;
