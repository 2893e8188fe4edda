import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { createShopDataSource } from '@clickstream/shop-models';
import { closeBooks, type ClosedBooks } from '@clickstream/shop-models/books';

/** The shop's database, and the bucket for its books; S3 has its address from the environment. */
export interface LocalBooks {
  readonly shopUrl: string;
  readonly bucket: string;
  readonly timeZone: string;
}

/**
 * A function that closes the books of the local shop, as the schedule of its Lambda does on AWS. It
 * opens the database once; where that failed, the next call tries again.
 */
export function localBooks({ shopUrl, bucket, timeZone }: LocalBooks): () => Promise<ClosedBooks> {
  const shop = createShopDataSource(shopUrl, { connections: 1 });
  const s3 = new S3Client({ forcePathStyle: true });
  return async () => {
    if (!shop.isInitialized) await shop.initialize();
    return closeBooks(shop, {
      timeZone,
      now: new Date(),
      store: async (key, content) => {
        await s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: content }));
      },
    });
  };
}
