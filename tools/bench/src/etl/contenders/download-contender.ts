import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { answerRounds } from '../../answer-rounds';
import { inParallel } from '../../in-parallel';
import type { EtlSettings } from '../test-bed/settings';

const DOWNLOADS = 16;

/** The floor of the work: each object downloaded, and thrown away. */
answerRounds(async ({ s3, bucket, keys }: EtlSettings) => {
  const client = new S3Client({ ...s3, responseChecksumValidation: 'WHEN_REQUIRED' });
  return () =>
    inParallel(keys, DOWNLOADS, async (key) => {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      await Body?.transformToByteArray();
    });
});
