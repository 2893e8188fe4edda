import { S3Client } from '@aws-sdk/client-s3';
import { compact, lakeBucket } from '@clickstream/lake';
import pg from 'pg';
import { answerRounds } from '../../answer-rounds';
import { COMPACTED_DAY, LAST_DAY } from '../../growth/days';
import { asReader, type EtlSettings } from '../test-bed/settings';

/**
 * `npm run compact` of a night, after the first one: the next closed day, the facts of one day, and
 * those that are one file.
 */
answerRounds(async ({ warehouses, s3, bucket }: EtlSettings) => {
  const lake = lakeBucket(new S3Client(s3), bucket);
  const { facts, ...manifest } = await lake.readManifest();
  if (!facts) throw new Error('The lake has no facts: the first compaction comes before.');
  const changed = new Set([COMPACTED_DAY, 'all']);
  const parts = Object.entries(facts.parts).map(([table, editions]) => [
    table,
    Object.fromEntries(Object.entries(editions).filter(([part]) => !changed.has(part))),
  ]);
  await lake.writeManifest({
    ...manifest,
    facts: { ...facts, parts: Object.fromEntries(parts) as typeof facts.parts },
  });
  return async () => {
    const client = new pg.Client({ connectionString: asReader(warehouses[0] ?? '') });
    await client.connect();
    const range = { from: LAST_DAY, to: LAST_DAY };
    const { written } = await compact({ client, bucket: lake, range, now: new Date() });
    await client.end();
    if (written.length !== 1) throw new Error(`${LAST_DAY} was not compacted: it has no events.`);
  };
});
