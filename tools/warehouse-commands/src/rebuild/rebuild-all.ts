import type { ClientBase } from 'pg';
import { loadRun, type LoadRun, type RunResult } from '@clickstream/warehouse-load';
import type { KeyRange } from '@clickstream/warehouse-load/reading';
import { emptyWarehouse, missingObjects } from './empty-warehouse';

/** All keys, in their order: of two events with one id the first that was received counts. */
const ALL: KeyRange = { from: 'events/', to: 'events/9999/' };

/** Settings of a rebuild from the bucket, on top of those of a run. */
export interface RebuildAll extends Omit<LoadRun, 'range'> {
  /** With the role dw_admin. */
  readonly admin: ClientBase;
  /** Goes on when objects that were loaded are gone from the bucket. */
  readonly allowDataLoss: boolean;
}

/**
 * Empties the warehouse and loads everything from the bucket. From the moment that it is empty, any
 * run of the ETL goes on where this one ends.
 *
 * @throws Error before anything is changed, when events would be lost and may not
 */
export async function rebuildAll({ admin, allowDataLoss, ...run }: RebuildAll): Promise<RunResult> {
  const missing = allowDataLoss ? 0 : await missingObjects(admin, run.source);
  if (missing > 0) {
    throw new Error(
      `${missing} objects that were loaded are no longer in the bucket: their events would be lost. ` +
        'Nothing is changed; add --allow-data-loss to go on.',
    );
  }
  await emptyWarehouse(admin);
  return loadRun({ ...run, range: ALL });
}
