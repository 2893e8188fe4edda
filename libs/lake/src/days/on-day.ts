/** The SQL condition that a time is on a day (UTC), which is an expression as well. */
export function onDay(time: string, day: string): string {
  const start = `${day}::date::timestamp AT TIME ZONE 'UTC'`;
  return `${time} >= ${start} AND ${time} < ${start} + interval '1 day'`;
}
