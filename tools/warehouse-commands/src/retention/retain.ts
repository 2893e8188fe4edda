import type { ClientBase } from 'pg';
import { inTransaction, rebuildFacts } from '@clickstream/warehouse-load/warehouse';
import { dropExpired, type DroppedCounts } from './drop-expired';

/** Settings of a retention. */
export interface Retention {
  /** With the role dw_admin; holds the run lock. */
  readonly client: ClientBase;
  /** The first day to keep, as `YYYY-MM-DD`. */
  readonly horizon: string;
  readonly isDryRun: boolean;
  /** Called with a fraction from 0 to 1 and what is being done. */
  onProgress?(fraction: number, note: string): void;
}

/** Share of the time that dropping takes, as a guess for whoever waits. */
const DROP_SHARE = 0.3;

/**
 * Drops what is older than the horizon; then, in a transaction of its own, brings the facts
 * in line with what is left.
 */
export async function retain({ client, horizon, isDryRun, onProgress }: Retention): Promise<DroppedCounts> {
  const dropped = await dropExpired(client, horizon, isDryRun, (done, of) =>
    onProgress?.((DROP_SHARE * done) / of, 'partitions'),
  );
  // A run that was killed after its drop has left this to the next.
  const { rows } = await client.query<{ events: string }>(
    'SELECT coalesce(sum(events), 0) AS events FROM retention_runs WHERE facts_rebuilt_at IS NULL',
  );
  if (isDryRun) return dropped;
  const isStale = Number(rows[0]?.events) > 0;
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
