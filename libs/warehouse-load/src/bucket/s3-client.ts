import { S3Client } from '@aws-sdk/client-s3';

/**
 * The S3 client of the ETL; address, region and credentials come from the
 * environment, as the SDK reads them.
 *
 * @param forcePathStyle true when the bucket is in the path of the address
 */
export function createS3Client(forcePathStyle: boolean): S3Client {
  return new S3Client({
    forcePathStyle,
    maxAttempts: 4,
    // gzip carries a checksum, and the length of every body is compared with the announced one.
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: 5_000, socketTimeout: 30_000 },
  });
}
