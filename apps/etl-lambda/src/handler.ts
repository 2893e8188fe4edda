import type { Context } from 'aws-lambda';
import { readConfig } from './config';
import { keyRangeOf } from './key-range';
import { loadRun, type RunResult } from './load-run';
import { log } from './log';
import { s3RawSource } from './raw/raw-source';
import { createS3Client } from './raw/s3-client';
import { openWarehouse } from './warehouse/warehouse';

/** Which hours to load; without either, all that is new. */
export interface EtlEvent {
  /** `YYYY-MM-DD` or `YYYY-MM-DDTHH`, UTC, by the folders of the bucket. */
  readonly from?: string;
  readonly to?: string;
}

const NOTHING: RunResult = {
  objects: 0,
  loaded: 0,
  duplicates: 0,
  quarantined: 0,
  more: false,
  failed: 0,
  gone: 0,
};

/** The Lambda: loads what is new. When another run is at work it does nothing, since that one does it. */
export async function handler(
  event: EtlEvent,
  context: Pick<Context, 'getRemainingTimeInMillis'>,
): Promise<RunResult> {
  const config = readConfig();
  const range = keyRangeOf(event);
  const warehouse = await openWarehouse(config.warehouseUrl);
  try {
    if (!(await warehouse.tryRunLock())) {
      log('info', 'another run is at work', {});
      return NOTHING;
    }
    const result = await loadRun({
      source: s3RawSource(createS3Client(config.forcePathStyle), config.bucket),
      warehouse,
      range,
      now: new Date(),
      sweepPages: config.sweepPages,
      isTimeUp: () => context.getRemainingTimeInMillis() < config.reserveMilliseconds,
      onSkipped: (key, reason) => log('warn', 'object left for the next run', { key, reason }),
    });
    log('info', 'loaded', { ...result });
    return result;
  } finally {
    await warehouse.close();
  }
}
