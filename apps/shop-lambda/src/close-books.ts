import { closeBooks, type ClosedBooks } from '@clickstream/shop-models/books';
import type { Config } from './config';
import type { ShopDatabase } from './shop-database';

/** A request to close the books. It is repeated without harm: a day is closed once. */
export interface CloseOfBooks {
  readonly operation: 'closeBooks';
  /** Days whose files are stored again, as they were: YYYY-MM-DD. */
  readonly again?: readonly string[];
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function isCloseOfBooks(request: unknown): request is CloseOfBooks {
  return (
    typeof request === 'object' &&
    request !== null &&
    'operation' in request &&
    request.operation === 'closeBooks'
  );
}

/**
 * Closes the days that are over on the shop's clock and stores their files in the bucket.
 *
 * @throws Error when no bucket is configured or it does not take a file: the next call stores it
 */
export async function closeBooksInBucket(
  database: ShopDatabase,
  { bucket, timeZone, forcePathStyle }: Pick<Config, 'bucket' | 'timeZone' | 'forcePathStyle'>,
  { again = [] }: CloseOfBooks,
  now = new Date(),
): Promise<ClosedBooks> {
  if (!bucket) throw new Error('RAW_BUCKET is not set: the books have no bucket. Set it to its name.');
  const wrong = again.find((day) => typeof day !== 'string' || !DAY.test(day));
  if (wrong !== undefined) throw new Error(`"${wrong}" is not a day (YYYY-MM-DD).`);
  // Only loaded once a day: the requests of shoppers begin without it.
  const { PutObjectCommand, S3Client } = await import('@aws-sdk/client-s3');
  const s3 = new S3Client({ forcePathStyle });
  try {
    return await closeBooks(database, {
      timeZone,
      now,
      again,
      store: async (key, content) => {
        const ContentType = 'application/x-ndjson';
        await s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: content, ContentType }));
      },
    });
  } finally {
    s3.destroy();
  }
}
