import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { newEventId } from '@clickstream/event-schema';
import {
  encodeRawObject,
  EVENTS_METADATA,
  rawObjectKey,
  type RawPrefix,
} from '@clickstream/event-schema/raw-object';
import type { Config } from './config';

/** The bucket of raw objects, as ingest uses it. */
export interface RawStore {
  /**
   * Stores the events as one object.
   *
   * @returns the object's key
   * @throws the SDK's error after its last retry
   */
  put(prefix: RawPrefix, events: readonly object[], receivedAt: Date): Promise<string>;
}

/** API Gateway gives up after 30 s: three tries of 5 s leave time to answer. */
const TRIES = 3;
const TIMEOUTS = { connectionTimeout: 2_000, requestTimeout: 5_000, throwOnRequestTimeout: true };

/** Opens the bucket of the configuration. The connection is made with the first object. */
export function openRawStore({ rawBucket, region, forcePathStyle }: Config): RawStore {
  const s3 = new S3Client({ region, forcePathStyle, maxAttempts: TRIES, requestHandler: TIMEOUTS });
  return {
    async put(prefix, events, receivedAt) {
      const key = rawObjectKey(prefix, receivedAt, newEventId(receivedAt.getTime()));
      const body = await encodeRawObject(events.map((event) => JSON.stringify(event)));
      await s3.send(
        // Without Content-Encoding; otherwise clients would unzip a file whose key says gzip.
        new PutObjectCommand({
          Bucket: rawBucket,
          Key: key,
          Body: body,
          ContentType: 'application/x-ndjson',
          Metadata: { [EVENTS_METADATA]: String(events.length) },
        }),
      );
      return key;
    },
  };
}
