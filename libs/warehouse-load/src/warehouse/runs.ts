import type { ClientBase } from 'pg';

/** Counts of a run, or of a part of it. */
export interface RunCounts {
  /** Objects that are completely read. */
  readonly objects: number;
  readonly loaded: number;
  readonly duplicates: number;
  readonly quarantined: number;
}

/** A run that has begun. */
export interface StartedRun {
  readonly runId: number;
  /** The key after which its sweep of the bucket begins; '' for the beginning. */
  readonly sweepAfter: string;
  /** The first day that the warehouse keeps, as `YYYY-MM-DD`; null when it keeps all. */
  readonly horizon: string | null;
}

/** Records the start of a run, which continues where the previous one stopped. */
export async function startRun(client: ClientBase): Promise<StartedRun> {
  const { rows } = await client.query<{ run_id: number; swept_until: string | null; horizon: string | null }>(
    `INSERT INTO etl_runs (data_until, swept_until, complete_until)
     SELECT before.data_until, before.swept_until, before.complete_until
     FROM (SELECT) AS one LEFT JOIN (SELECT * FROM etl_runs ORDER BY run_id DESC LIMIT 1) AS before ON true
     RETURNING run_id, swept_until, (SELECT max(horizon)::text FROM retention_runs) AS horizon`,
  );
  const [row] = rows;
  if (!row) throw new Error('INSERT INTO etl_runs returned no row.');
  return { runId: row.run_id, sweepAfter: row.swept_until ?? '', horizon: row.horizon };
}

/**
 * Adds a chunk to its run, in the chunk's transaction, so that a killed run's chunks stay counted.
 * An object in a folder of next year does not move the end of the data to that time.
 */
export async function addToRun(
  client: ClientBase,
  runId: number,
  { objects, loaded, duplicates, quarantined }: RunCounts,
  newestReceipt: number,
): Promise<void> {
  await client.query(
    `UPDATE etl_runs
     SET objects = objects + $2, loaded = loaded + $3, duplicates = duplicates + $4, quarantined = quarantined + $5,
       data_until = greatest(data_until, least($6, now()))
     WHERE run_id = $1`,
    [runId, objects, loaded, duplicates, quarantined, newestReceipt > 0 ? new Date(newestReceipt) : null],
  );
}

/** Characters that are kept of the error of a run. */
const MAX_ERROR = 500;

/** Records the error of a run. */
export async function failRun(client: ClientBase, runId: number, error: unknown): Promise<void> {
  const [line = ''] = (error instanceof Error ? error.message || error.name : String(error)).split('\n');
  await client.query('UPDATE etl_runs SET error = $2 WHERE run_id = $1', [runId, line.slice(0, MAX_ERROR)]);
}

/**
 * Records the end of a run.
 *
 * @param isComplete true when everything that was in the bucket when it began is now loaded
 */
export async function finishRun(
  client: ClientBase,
  runId: number,
  sweptUntil: string,
  isComplete: boolean,
): Promise<void> {
  await client.query(
    `UPDATE etl_runs
     SET finished_at = now(), swept_until = $2,
       complete_until = CASE WHEN $3 THEN started_at ELSE complete_until END
     WHERE run_id = $1`,
    [runId, sweptUntil, isComplete],
  );
}
