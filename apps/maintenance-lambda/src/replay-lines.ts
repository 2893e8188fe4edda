import { log } from '@clickstream/lambda-runtime';
import { s3RawSource } from '@clickstream/warehouse-load/reading';
import { replay, type ReplayAnswer, type ReplayRequest } from '@clickstream/warehouse-maintenance';
import { isTimeUp, type Call } from './call';

/** Reads quarantined and rejected lines again, page by page, until the time is up. */
export async function replayLines(
  { filter, isDryRun = false, next: from }: ReplayRequest,
  call: Call,
): Promise<ReplayAnswer> {
  let hasRead = false;
  const { next, ...counts } = await replay({
    client: call.client,
    source: s3RawSource(call.s3, call.bucket),
    filter,
    isDryRun,
    from,
    isStopped: () => hasRead && isTimeUp(call),
    onProgress: () => (hasRead = true),
  });
  log('info', isDryRun ? 'would replay' : 'replayed', { ...counts, more: next !== undefined });
  return { operation: 'replay', more: next !== undefined, counts, ...(next ? { next } : {}) };
}
