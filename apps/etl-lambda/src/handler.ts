import { log } from '@clickstream/lambda-runtime';
import {
  createS3Client,
  type KeyRange,
  keyRangeOf,
  type RawSource,
  s3RawSource,
} from '@clickstream/warehouse-load/reading';
import { openWarehouse, type Warehouse } from '@clickstream/warehouse-load/warehouse';
import { addReturnHosts, loadRun, NO_WORK, type RunResult } from '@clickstream/warehouse-load';
import type { Context } from 'aws-lambda';
import { readConfig } from './config';
import { logMetrics } from './log-metrics';
import { warehouseAddress } from './warehouse-address';

const config = readConfig(process.env);
addReturnHosts(config.returnHosts);

/** The hours to load; without either, all that is new. */
export interface EtlEvent {
  /** `YYYY-MM-DD` or `YYYY-MM-DDTHH`, UTC, by the folders of the bucket. */
  readonly from?: string;
  readonly to?: string;
  /** The id of an event: the answer says if it is in the warehouse after the run. */
  readonly eventId?: string;
}

/** The result of a run, and of the search for an event where one was asked for. */
export type EtlAnswer = RunResult & { readonly isStored?: boolean };

/**
 * The Lambda: loads what is new. When another run is at work it does nothing, since that run loads
 * it.
 */
export async function handler(
  event: EtlEvent,
  context: Pick<Context, 'getRemainingTimeInMillis'>,
): Promise<EtlAnswer> {
  const range = keyRangeOf(event);
  const warehouse = await openWarehouse(await warehouseAddress(config));
  const bucket = createS3Client(config.forcePathStyle);
  try {
    const result = await runOnce(warehouse, s3RawSource(bucket, config.bucket), range, context);
    const { eventId } = event;
    return eventId ? { ...result, isStored: await warehouse.hasEvent(eventId) } : result;
  } finally {
    bucket.destroy();
    await warehouse.close();
  }
}

async function runOnce(
  warehouse: Warehouse,
  source: RawSource,
  range: KeyRange | undefined,
  context: Pick<Context, 'getRemainingTimeInMillis'>,
): Promise<RunResult> {
  if (!(await warehouse.tryRunLock())) {
    log('info', 'another run is at work', {});
    return NO_WORK;
  }
  const result = await loadRun({
    source,
    warehouse,
    range,
    now: new Date(),
    sweepPages: config.sweepPages,
    timeZone: config.timeZone,
    isTimeUp: () => context.getRemainingTimeInMillis() < config.reserveSeconds * 1000,
    onNote: (line) => log('warn', line, {}),
    onSkipped: (key, reason) => log('warn', 'object left for the next run', { key, reason }),
  });
  log('info', 'loaded', { ...result });
  logMetrics(await warehouse.health(), config.metricNamespace, new Date());
  return result;
}
