import { PutObjectCommand } from '@aws-sdk/client-s3';
import type { Receipt } from '@clickstream/warehouse-maintenance';
import type { Call } from './call';

/** Characters of the hash in the key: enough to find a receipt by the id that was erased. */
const HASH_CHARACTERS = 12;

/**
 * Stores a receipt in the bucket, in a folder that no load reads. Neither content nor key has the
 * id.
 *
 * @returns its key
 */
export async function storeReceipt(
  { s3, bucket }: Pick<Call, 's3' | 'bucket'>,
  receipt: Receipt,
): Promise<string> {
  const { kind, sha256 } = receipt.subject;
  const time = receipt.erasedAt.replaceAll(':', '-');
  const key = `receipts/erasures/${time}-${kind}-${sha256.slice(0, HASH_CHARACTERS)}.json`;
  await s3.send(
    new PutObjectCommand({
      Bucket: bucket,
      Key: key,
      Body: `${JSON.stringify(receipt, null, 2)}\n`,
      ContentType: 'application/json',
    }),
  );
  return key;
}
