import { gunzipSync } from 'node:zlib';
import { GetObjectCommand, paginateListObjectsV2 } from '@aws-sdk/client-s3';
import type { Client } from 'pg';
import { figure, type Check } from './check';
import type { KnownTraffic } from '../known-traffic';
import type { TestBed } from '../test-bed';

/** Longest time that a request takes: a corrected clock may still be off by it. */
const UNDER_WAY_MS = 1_000;

/** Every event is there once, at its own time; what is invalid is not, but is kept. */
export async function checkEvents(client: Client, testBed: TestBed, traffic: KnownTraffic): Promise<Check[]> {
  const { rows } = await client.query<{ id: string; time: number }>(
    `SELECT event_id AS id, (extract(epoch FROM event_timestamp) * 1000)::float8 AS time FROM clickstream_events`,
  );
  const stored = new Map(rows.map(({ id, time }) => [id, time]));
  const { known } = traffic;
  const missing = [...known.keys()].filter((id) => !stored.has(id));
  const strange = [...stored.keys()].filter((id) => !known.has(id));
  const misplaced = [...known].filter(([id, { happenedAt, hasWrongClock }]) => {
    const error = Math.abs((stored.get(id) ?? happenedAt) - happenedAt);
    return error > (hasWrongClock ? UNDER_WAY_MS : 0);
  });
  const wrongClocks = [...known.values()].filter(({ hasWrongClock }) => hasWrongClock).length;
  const lost = await marksNowhere(client, testBed, traffic.invalid);
  return [
    {
      name: 'The events in PostgreSQL are the known ones, each once',
      holds: missing.length + strange.length === 0 && rows.length === known.size,
      detail: `${figure(rows.length)} of ${figure(known.size)}; ${missing.length} missing, ${strange.length} strange`,
    },
    {
      name: 'Each has the time at which it happened',
      holds: misplaced.length === 0,
      detail: `${figure(wrongClocks)} timed by wrong clocks; ${misplaced.length} misplaced`,
    },
    {
      name: 'Every invalid event is rejected or in quarantine',
      holds: lost.length === 0,
      detail: `${figure(traffic.invalid.length - lost.length)} of ${figure(traffic.invalid.length)}`,
    },
  ];
}

/** Marks of invalid events that are in neither place. */
async function marksNowhere(client: Client, testBed: TestBed, marks: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ raw: string }>('SELECT raw FROM etl_quarantine');
  const texts = rows.map(({ raw }) => raw);
  const pages = paginateListObjectsV2(
    { client: testBed.s3 },
    { Bucket: testBed.bucket, Prefix: 'rejected/' },
  );
  for await (const { Contents = [] } of pages) {
    for (const { Key } of Contents) {
      const { Body } = await testBed.s3.send(new GetObjectCommand({ Bucket: testBed.bucket, Key }));
      texts.push(gunzipSync((await Body?.transformToByteArray()) ?? new Uint8Array()).toString());
    }
  }
  const found = new Set(texts.join('\n').match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g));
  return marks.filter((mark) => !found.has(mark));
}
