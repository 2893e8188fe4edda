import type { RawSource } from '../bucket/raw-source';
import { loadRun, type LoadRun, type RunResult } from '../run/load-run';
import { openWarehouse, type Warehouse } from '../chunk/warehouse';

/** One run of the ETL, as the handler does it, from a source into the warehouse of an address. */
export async function runOnce(
  etlUrl: string,
  source: RawSource,
  over: Partial<LoadRun> = {},
): Promise<RunResult> {
  const warehouse = await openWarehouse(etlUrl);
  try {
    return await runIn(warehouse, source, over);
  } finally {
    await warehouse.close();
  }
}

/** The same on a connection that is open. */
export function runIn(
  warehouse: Warehouse,
  source: RawSource,
  over: Partial<LoadRun> = {},
): Promise<RunResult> {
  return loadRun({
    source,
    warehouse,
    now: new Date(),
    sweepPages: 1000,
    isTimeUp: () => false,
    onSkipped: () => undefined,
    ...over,
  });
}
