import type { ClientBase } from 'pg';
import { MIN_WEEKS, WEEKS } from './rule/sample';

/** The hour that a run can judge. */
export interface JudgedHour {
  /** The end of the last closed hour. */
  readonly until: Date;
  /** The weeks before it that the warehouse has whole. */
  readonly weeks: number;
}

const WEEK_MILLISECONDS = 7 * 24 * 3_600_000;

/**
 * The hour that has closed with a run: everything of it is loaded, and its visits had another hour
 * to come to their end.
 *
 * @returns null when the run closed none that is not judged yet, or the warehouse is too young
 */
export async function judgedHour(client: ClientBase, runId: number): Promise<JudgedHour | null> {
  const { rows } = await client.query<{ until: Date; since: Date | null }>(
    `SELECT until, (SELECT min(hour) FROM activity_hourly) + interval '1 day' AS since
     FROM etl_runs CROSS JOIN LATERAL (
       SELECT date_trunc('hour', complete_until, 'UTC') - interval '1 hour' AS until
     ) AS closed
     WHERE run_id = $1 AND until > coalesce((
       SELECT judged_until FROM etl_runs WHERE judged_until IS NOT NULL ORDER BY run_id DESC LIMIT 1
     ), '-infinity')`,
    [runId],
  );
  const [row] = rows;
  if (!row) return null;
  const age = row.since === null ? 0 : row.until.getTime() - row.since.getTime();
  const weeks = Math.min(Math.floor(age / WEEK_MILLISECONDS), WEEKS);
  if (weeks < MIN_WEEKS) return null;
  await client.query('UPDATE etl_runs SET judged_until = $2 WHERE run_id = $1', [runId, row.until]);
  return { until: row.until, weeks };
}
