import { dropChangedDays, type LakeBucket } from '@clickstream/lake';
import type { ClientBase } from 'pg';
import type { RawBucket } from './bucket/raw-bucket';
import type { Receipt } from './receipt';

/** Removes facts of the lake, and days that differ from the warehouse, with their old versions. */
export async function eraseFromLake({
  client,
  bucket,
  lake,
}: {
  readonly client: ClientBase;
  readonly bucket: RawBucket;
  readonly lake: LakeBucket;
}): Promise<Receipt['lake']> {
  const { days, keys } = await dropChangedDays(client, lake);
  let oldVersionsDeleted = 0;
  for (const key of keys) oldVersionsDeleted += await bucket.deleteOldVersions(key);
  return { days, facts: keys.length - days.length, oldVersionsDeleted };
}
