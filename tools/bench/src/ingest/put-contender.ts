import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { answerRounds } from '../answer-rounds';
import { inParallel } from '../in-parallel';
import type { PutSettings } from './settings';

/** Capacity of the S3 server: the same objects, ready beforehand, by so many at the same time. */
answerRounds(async ({ storedFile, requests, clients, s3, bucket }: PutSettings) => {
  const client = new S3Client(s3);
  const stored = JSON.parse(await readFile(storedFile, 'utf8')) as string[];
  const bodies = stored.map((lines) => gzipSync(lines));
  const turns = Array.from(
    { length: requests },
    (_, index) => bodies[index % bodies.length] ?? Buffer.alloc(0),
  );
  let objects = 0;
  return () =>
    inParallel(turns, clients, async (Body) => {
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: `floor/${objects++}.json.gz`, Body }));
    });
});
