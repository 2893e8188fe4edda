import { S3Client } from '@aws-sdk/client-s3';
import { compact, lakeBucket } from '@clickstream/lake';
import pg from 'pg';
import { answerRounds } from '../../answer-rounds';
import { COMPACTED_DAY } from '../../growth/days';
import { asReader, type EtlSettings } from '../test-bed/settings';

/** `npm run compact` for one closed day, with the facts that it writes afterwards. */
answerRounds(async ({ warehouses, s3, bucket }: EtlSettings) => async () => {
  const client = new pg.Client({ connectionString: asReader(warehouses[0] ?? '') });
  await client.connect();
  const { written } = await compact({
    client,
    bucket: lakeBucket(new S3Client(s3), bucket),
    range: { from: COMPACTED_DAY, to: COMPACTED_DAY },
    now: new Date(),
  });
  await client.end();
  if (written.length !== 1) throw new Error(`${COMPACTED_DAY} was not compacted: it has no events.`);
});
