import type { ClientBase } from 'pg';
import { inTransaction, rebuildFacts } from '@clickstream/warehouse-load/warehouse';
import { dropExpired, type DroppedCounts } from './drop-expired';
import { keepInLake, type KeptLake } from './keep-in-lake';
import { dropOldHistory } from '@clickstream/lake';

/** Settings of a retention. */
export interface Retention {
  /** Connection with the role dw_admin that has the run lock. */
  readonly client: ClientBase;
  /** The first day to keep, as `YYYY-MM-DD`. */
  readonly horizon: string;
  readonly isDryRun: boolean;
  /** The lake that keeps what is dropped, if there is one. */
  readonly lake?: KeptLake | undefined;
  /** True when the facts are too many for this call: a later retention computes them. */
  readonly leavesFacts?: boolean;
  /** Called with a fraction from 0 to 1 and the current step. */
  onProgress?(fraction: number, note: string): void;
}

/** Share of the time that dropping takes, as a guess for the progress bar. */
const DROP_SHARE = 0.3;

/**
 * Drops everything older than the horizon; then, in a separate transaction, updates the facts to
 * the remaining events. Where there is a lake, it gets all of that before, and loses what it no
 * longer keeps afterwards.
 *
 * @returns undefined when the time was up before the lake had everything: nothing is dropped
 */
export async function retain({
  client,
  horizon,
  isDryRun,
  lake,
  leavesFacts = false,
  onProgress,
}: Retention): Promise<DroppedCounts | undefined> {
  const inLake = lake && !isDryRun ? await keepInLake(client, lake, horizon) : 'no lake';
  if (inLake === 'time is up') return undefined;
  const isInLake = inLake === 'kept';
  const dropped = await dropExpired(client, { horizon, isDryRun, isInLake }, (done, of) =>
    onProgress?.((DROP_SHARE * done) / of, 'partitions'),
  );
  if (lake && isInLake) await dropOldHistory(client, lake.bucket, lake.from);
  // A run that was killed after its drop leaves this to the next one.
  const { rows } = await client.query<{ events: string }>(
    'SELECT coalesce(sum(events), 0) AS events FROM retention_runs WHERE facts_rebuilt_at IS NULL',
  );
  const isStale = Number(rows[0]?.events) > 0;
  if (isDryRun || (isStale && leavesFacts)) return dropped;
  await inTransaction(client, async () => {
    if (isStale) {
      const { rows: left } = await client.query<{ events: string }>(
        'SELECT count(*) AS events FROM clickstream_events',
      );
      const total = Math.max(1, Number(left[0]?.events));
      await rebuildFacts(client, (events) =>
        onProgress?.(DROP_SHARE + ((1 - DROP_SHARE) * events) / total, 'facts'),
      );
    }
    await client.query('UPDATE retention_runs SET facts_rebuilt_at = now() WHERE facts_rebuilt_at IS NULL');
  });
  return dropped;
}
