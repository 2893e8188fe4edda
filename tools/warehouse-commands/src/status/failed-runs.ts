import { RUN_LOCK } from '@clickstream/warehouse-load/warehouse';
import type { ClientBase } from 'pg';

/** Runs of the ETL that have failed since the last complete one. */
export interface FailedRuns {
  readonly runs: number;
  /** Start of the latest of them, as ISO 8601; null when there is none. */
  readonly startedAt: string | null;
  /** Error that ended it; null when it was killed, or could no longer reach the warehouse. */
  readonly error: string | null;
}

const IS_AT_WORK = `EXISTS (
  SELECT FROM pg_locks JOIN pg_database ON pg_database.oid = database
  WHERE locktype = 'advisory' AND granted AND classid = 0 AND objid = ${RUN_LOCK} AND datname = current_database())`;

/** Reads which runs have failed. A run that is still active is not one of them. */
export async function failedRuns(client: ClientBase): Promise<FailedRuns> {
  const { rows } = await client.query<{ started_at: string; error: string | null }>(
    `SELECT to_char(started_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS started_at, error
     FROM public.etl_runs AS run
     WHERE run_id > coalesce((SELECT max(run_id) FROM public.etl_runs WHERE finished_at IS NOT NULL), 0)
       AND (error IS NOT NULL OR run_id < (SELECT max(run_id) FROM public.etl_runs) OR NOT ${IS_AT_WORK})
     ORDER BY run_id DESC`,
  );
  const [latest] = rows;
  return { runs: rows.length, startedAt: latest?.started_at ?? null, error: latest?.error ?? null };
}

/** Message about them; null when there is none. */
export function failedRunsLine({ runs, startedAt, error }: FailedRuns): string | null {
  if (runs === 0) return null;
  const which = runs === 1 ? 'The last load failed' : `The last ${runs.toLocaleString('en')} loads failed`;
  const when = startedAt?.slice(0, 16).replace('T', ' ');
  const reason = error ?? 'it was killed, or lost the warehouse';
  return `${which}, the latest of ${when}: ${reason}. Mend what it says, then load by npm run etl.`;
}
