import type { ClientBase } from 'pg';
import { WEEKS } from './rule/sample';

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
 * @returns null when the run closed none that is not judged yet
 */
export async function judgedHour(client: ClientBase, runId: number): Promise<JudgedHour | null> {
  const { rows } = await client.query<{ until: Date; since: Date | null }>(
    `WITH closed AS (
       SELECT date_trunc('hour', complete_until, 'UTC') - interval '1 hour' AS until FROM etl_runs WHERE run_id = $1
     )
     UPDATE etl_runs AS run SET judged_until = until FROM closed
     WHERE run_id = $1 AND until > coalesce((SELECT max(judged_until) FROM etl_runs), '-infinity')
     RETURNING until, (SELECT min(hour) FROM activity_hourly) + interval '1 day' AS since`,
    [runId],
  );
  const [row] = rows;
  if (!row) return null;
  const age = row.since === null ? 0 : row.until.getTime() - row.since.getTime();
  return { until: row.until, weeks: Math.min(Math.max(Math.floor(age / WEEK_MILLISECONDS), 0), WEEKS) };
}
