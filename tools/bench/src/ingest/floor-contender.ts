import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { answerRounds } from '../answer-rounds';
import type { FloorSettings } from './settings';

const compress = promisify(gzip);

/** The floor of the work: the same bytes, compressed and put into the same bucket. */
answerRounds(async ({ bodiesFile, storedFile, requests, s3, bucket, parse }: FloorSettings) => {
  const client = new S3Client(s3);
  const bodies = JSON.parse(await readFile(bodiesFile, 'utf8')) as string[];
  const stored = JSON.parse(await readFile(storedFile, 'utf8')) as string[];
  let objects = 0;
  return async () => {
    for (let index = 0; index < requests; index++) {
      if (parse) JSON.parse(bodies[index % bodies.length] ?? '');
      const Body = await compress(stored[index % stored.length] ?? '');
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: `floor/${objects++}.json.gz`, Body }));
    }
  };
});
