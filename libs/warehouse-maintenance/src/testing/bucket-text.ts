import { gunzipSync } from 'node:zlib';
import type { RawBucket } from '../erase/bucket/raw-bucket';
import { isGzip } from '@clickstream/warehouse-load/reading';

/** The contents of a bucket, inflated, by key. */
export async function textsOf(bucket: RawBucket): Promise<Record<string, string>> {
  const texts: Record<string, string> = {};
  for await (const page of bucket.listPages('')) {
    for (const object of page) {
      const { bytes = Buffer.alloc(0) } = (await bucket.get(object)) ?? {};
      texts[object.key] = (isGzip(bytes) ? gunzipSync(bytes) : bytes).toString();
    }
  }
  return texts;
}
