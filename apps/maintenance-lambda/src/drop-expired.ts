import { lakeBucket } from '@clickstream/lake';
import { log } from '@clickstream/lambda-runtime';
import { hasTimeForFacts, horizonAfter } from '@clickstream/warehouse-load/warehouse';
import {
  LAKE_MONTHS,
  retain,
  type RetainAnswer,
  type RetainRequest,
  type Waiting,
} from '@clickstream/warehouse-maintenance';
import { isTimeUp, type Call } from './call';

/**
 * Drops the events that are older than the months to keep. Those that the lake keeps are in it
 * before; when that takes a whole call, the next one drops.
 */
export async function dropExpired(
  { months, lakeMonths = LAKE_MONTHS, isDryRun = false }: RetainRequest,
  call: Call,
): Promise<RetainAnswer | Waiting> {
  const { client, s3, bucket, now, scratch } = call;
  const horizon = horizonAfter(months, now);
  const dropped = await retain({
    client,
    horizon,
    isDryRun,
    lake: {
      bucket: lakeBucket(s3, bucket),
      from: horizonAfter(Math.max(months, lakeMonths), now),
      now,
      scratch,
      isTimeUp: () => isTimeUp(call),
    },
    leavesFacts: !(await hasTimeForFacts(client)),
  });
  if (!dropped) return { operation: 'retain', more: true, isWaiting: true };
  log('info', isDryRun ? 'would drop' : 'dropped', { horizon, ...dropped });
  return { operation: 'retain', more: false, horizon, dropped };
}
