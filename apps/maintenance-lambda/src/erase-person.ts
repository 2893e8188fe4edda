import { lakeBucket } from '@clickstream/lake';
import { log } from '@clickstream/lambda-runtime';
import { hasTimeForFacts } from '@clickstream/warehouse-load/warehouse';
import {
  eraseInParts,
  openRawBucket,
  type EraseAnswer,
  type EraseRequest,
} from '@clickstream/warehouse-maintenance';
import { isTimeUp, type Call } from './call';
import { storeReceipt } from './store-receipt';

/**
 * Erases all data of a user or a browser, stores the receipt and answers it; or answers how to go
 * on. The log names nobody.
 */
export async function erasePerson(request: EraseRequest, call: Call): Promise<EraseAnswer> {
  const { client, s3, bucket, now, scratch } = call;
  const result = await eraseInParts({
    client,
    bucket: await openRawBucket(s3, bucket),
    lake: lakeBucket(s3, bucket),
    subject: request.subject,
    everywhere: request.everywhere ?? false,
    now,
    scratch,
    from: request.next,
    isTimeUp: () => isTimeUp(call),
    leavesFacts: !(await hasTimeForFacts(client)),
  });
  if ('next' in result) {
    log('info', 'erasure goes on', { objects: result.next.objectsRead });
    return { operation: 'erase', more: true, next: result.next };
  }
  await cleanTables(call);
  const receiptKey = await storeReceipt(call, result);
  log('info', 'erased', {
    receipt: receiptKey,
    events: result.warehouse.events,
    lines: result.bucket.linesErased,
    lakeDays: result.lake.days.length,
    historyDays: result.history.days.length,
    failed: result.failed.length,
    notRead: result.notRead.objects,
  });
  return { operation: 'erase', more: false, receipt: result, receiptKey };
}

/** Deleted rows stay in the files of PostgreSQL until they are cleaned. */
async function cleanTables({ client }: Call): Promise<void> {
  try {
    await client.query('VACUUM');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    log('warn', 'tables are not cleaned: autovacuum will do it', { reason });
  }
}
