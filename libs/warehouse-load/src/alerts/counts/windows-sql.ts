/**
 * SQL of the windows: `until` of this week and of those before, by the shop's clock, so that summer
 * time moves no hour. $1 end of the last hour, $2 time zone, $3 weeks before.
 */
export const WEEKS_SQL = `weeks AS MATERIALIZED (
  SELECT week, ($1::timestamptz AT TIME ZONE $2 - week * interval '7 days') AT TIME ZONE $2 AS until
  FROM generate_series(0, $3::integer) AS week
)`;

/** SQL condition: a time is in the longest window of a week. */
export const inWindows = (time: string) => `${time} >= until - interval '24 hours' AND ${time} < until`;

/** SQL: the shortest window that has a time. */
export const shortestWindow = (time: string) => `CASE
  WHEN ${time} >= until - interval '1 hour' THEN 1 WHEN ${time} >= until - interval '6 hours' THEN 6 ELSE 24 END`;

/** A row of counts: of the hours that only this window has, and no shorter one. */
export interface CountedRow {
  readonly week: number;
  readonly hours: number;
}
