import { mkdir, rm } from 'node:fs/promises';
import { compact, type Compacted, lakeBucket } from '@clickstream/lake';
import { log } from '@clickstream/lambda-runtime';
import { writeMetrics } from '@clickstream/lambda-runtime/metrics';
import { createS3Client } from '@clickstream/warehouse-load/reading';
import { connectTo } from '@clickstream/warehouse-load/warehouse';
import type { Context } from 'aws-lambda';
import { readConfig } from './config';
import { warehouseAddress } from './warehouse-address';

const config = readConfig(process.env);

/** Kept free for a day that is as large as those before it: half of the 15 minutes. */
const RESERVE_MS = 8 * 60_000;

/** No statement outlives the function, which would leave its lock to nobody. */
const MARGIN_MS = 20_000;

/** The outcome of a call; `more: true` asks for another one. */
export interface CompactAnswer {
  readonly more: boolean;
  readonly written: readonly string[];
  readonly removed: readonly string[];
}

/** The Lambda: makes the lake equal to the warehouse, day by day, until its time is up. */
export async function handler(
  _event: unknown,
  context: Pick<Context, 'getRemainingTimeInMillis'>,
): Promise<CompactAnswer> {
  const timeLeft = () => context.getRemainingTimeInMillis();
  // A call that ran out of time leaves its files to the next one in the same place.
  await rm(config.scratch, { recursive: true, force: true });
  await mkdir(config.scratch, { recursive: true });
  const client = await connectTo(await warehouseAddress(config), Math.max(1_000, timeLeft() - MARGIN_MS));
  const s3 = createS3Client(config.forcePathStyle);
  try {
    const bucket = lakeBucket(s3, config.bucket);
    const outcome = await compact({
      client,
      bucket,
      now: new Date(),
      scratch: config.scratch,
      isTimeUp: () => timeLeft() < RESERVE_MS,
    });
    report(outcome);
    const { written, removed, left } = outcome;
    return { more: left > 0, written, removed };
  } finally {
    s3.destroy();
    await client.end();
  }
}

function report({ written, removed, unchanged, rows, bytes, left }: Compacted): void {
  const days = { written: written.length, removed: removed.length, unchanged };
  log('info', 'compacted', { ...days, rows, bytes, left });
  writeMetrics({ LakeStepsLeft: { unit: 'Count', value: left } }, config.metricNamespace, new Date());
}
