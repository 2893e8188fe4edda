import { log } from '@clickstream/lambda-runtime';
import { hasTimeForFacts, horizonAfter } from '@clickstream/warehouse-load/warehouse';
import { retain, type RetainAnswer, type RetainRequest } from '@clickstream/warehouse-maintenance';
import type { Call } from './call';

/** Drops the events that are older than the months to keep. */
export async function dropExpired(
  { months, isDryRun = false }: RetainRequest,
  { client, now }: Call,
): Promise<RetainAnswer> {
  const horizon = horizonAfter(months, now);
  const dropped = await retain({
    client,
    horizon,
    isDryRun,
    leavesFacts: !(await hasTimeForFacts(client)),
  });
  log('info', isDryRun ? 'would drop' : 'dropped', { horizon, ...dropped });
  return { operation: 'retain', more: false, horizon, dropped };
}
