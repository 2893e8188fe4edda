import type { ClientBase } from 'pg';
import { loadRun, type LoadRun, type RunResult } from '@clickstream/warehouse-load';
import type { KeyRange } from '@clickstream/warehouse-load/reading';
import { emptyWarehouse, missingObjects } from './empty-warehouse';

/** All keys, in order: of two events with one id, the first that was received counts. */
const ALL: KeyRange = { from: 'events/', to: 'events/9999/' };

/** Settings of a rebuild from the bucket, in addition to those of a run. */
export interface RebuildAll extends Omit<LoadRun, 'range'> {
  /** With the role dw_admin. */
  readonly admin: ClientBase;
  /** Continues when loaded objects are missing in the bucket. */
  readonly allowDataLoss: boolean;
}

/**
 * Empties the warehouse and loads everything from the bucket. Once it is empty, any run of the ETL
 * continues where this one ends.
 *
 * @throws Error before anything is changed, when events would be lost and that is not allowed
 */
export async function rebuildAll({ admin, allowDataLoss, ...run }: RebuildAll): Promise<RunResult> {
  const missing = allowDataLoss ? 0 : await missingObjects(admin, run.source);
  if (missing > 0) {
    throw new Error(
      `${missing} objects that were loaded are no longer in the bucket: their events would be lost. ` +
        'Nothing is changed; add --allow-data-loss to continue.',
    );
  }
  await emptyWarehouse(admin);
  return loadRun({ ...run, range: ALL });
}
