import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { answerRounds } from '../../answer-rounds';
import { inParallel } from '../../in-parallel';
import { copyRows } from './copy-floor';
import type { EtlSettings } from '../test-bed/settings';

const inflate = promisify(gunzip);
const DOWNLOADS = 16;

/**
 * The same rows by COPY, while the objects are downloaded, inflated and
 * parsed, and then thrown away.
 */
answerRounds(async ({ warehouses, rowsFile, s3, bucket, keys }: EtlSettings) => {
  const client = new S3Client({ ...s3, responseChecksumValidation: 'WHEN_REQUIRED' });
  let round = 0;
  const readOne = async (key: string): Promise<void> => {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    const text = (await inflate((await Body?.transformToByteArray()) ?? new Uint8Array())).toString();
    for (const line of text.split('\n')) if (line !== '') JSON.parse(line);
  };
  return async () => {
    await Promise.all([copyRows(warehouses[round++] ?? '', rowsFile), inParallel(keys, DOWNLOADS, readOne)]);
  };
});
