import { mkdir, rm } from 'node:fs/promises';
import { log } from '@clickstream/lambda-runtime';
import { addReturnHosts } from '@clickstream/warehouse-load';
import { createS3Client } from '@clickstream/warehouse-load/reading';
import { connectTo } from '@clickstream/warehouse-load/warehouse';
import type { MaintenanceAnswer, MaintenanceRequest } from '@clickstream/warehouse-maintenance';
import type { Context } from 'aws-lambda';
import { takeTurn, type Call } from './call';
import { readConfig } from './config';
import { dropExpired } from './drop-expired';
import { erasePerson } from './erase-person';
import { readRequest } from './read-request';
import { replayLines } from './replay-lines';
import { warehouseAddress } from './warehouse-address';

const config = readConfig(process.env);
addReturnHosts(config.returnHosts);

/** No statement outlives the function, which would leave its lock to nobody. */
const MARGIN_MS = 20_000;

/** A transaction that waits this long for its function has lost it. */
const IDLE_MS = 60_000;

/**
 * The Lambda: erases a person, drops expired events or replays the quarantine, while no load is at
 * work. An answer with `more: true` has to be sent on as the next request.
 */
export async function handler(
  payload: unknown,
  context: Pick<Context, 'getRemainingTimeInMillis'>,
): Promise<MaintenanceAnswer> {
  const request = readRequest(payload);
  const timeLeft = () => context.getRemainingTimeInMillis();
  const longest = Math.max(1_000, timeLeft() - MARGIN_MS);
  const client = await connectTo(await warehouseAddress(config), longest);
  const s3 = createS3Client(config.forcePathStyle);
  // A call that ran out of time leaves its files to the next one in the same place.
  const { scratch } = config;
  await rm(scratch, { recursive: true, force: true });
  await mkdir(scratch, { recursive: true });
  try {
    await client.query(`SET idle_in_transaction_session_timeout = ${IDLE_MS}`);
    const call: Call = { client, s3, bucket: config.bucket, now: new Date(), scratch, timeLeft };
    if (await takeTurn(call)) return await work(request, call);
    log('info', 'another run is at work', {});
    return { operation: request.operation, more: true, isWaiting: true };
  } finally {
    s3.destroy();
    await client.end();
  }
}

function work(request: MaintenanceRequest, call: Call): Promise<MaintenanceAnswer> {
  switch (request.operation) {
    case 'erase':
      return erasePerson(request, call);
    case 'retain':
      return dropExpired(request, call);
    case 'replay':
      return replayLines(request, call);
  }
}
