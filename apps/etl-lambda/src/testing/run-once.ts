import type { RawSource } from '../raw/raw-source';
import { loadRun, type LoadRun, type RunResult } from '../load-run';
import { openWarehouse } from '../warehouse/warehouse';

/** One run of the ETL, as the handler does it, from a source into the warehouse of an address. */
export async function runOnce(
  etlUrl: string,
  source: RawSource,
  over: Partial<LoadRun> = {},
): Promise<RunResult> {
  const warehouse = await openWarehouse(etlUrl);
  try {
    return await loadRun({
      source,
      warehouse,
      now: new Date(),
      sweepPages: 1000,
      isTimeUp: () => false,
      onSkipped: () => undefined,
      ...over,
    });
  } finally {
    await warehouse.close();
  }
}
