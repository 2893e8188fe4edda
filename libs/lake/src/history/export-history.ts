import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Columns } from '@clickstream/dw-models/tables';
import type { ClientBase } from 'pg';
import type { LakeBucket } from '../bucket/lake-bucket';
import { dayKey, VIEWS_KEY } from '../bucket/lake-keys';
import { holdsHistory, type LakeManifest } from '../bucket/manifest';
import { asWarehouseTexts, parquetTypeOf } from '../parquet/column-types';
import { type ParquetWriter, quoted } from '../parquet/parquet-writer';
import { factsKey } from '../relations/fact-tables';

/** Rows of a table or view that only the lake has. */
export interface PastRows {
  readonly relation: string;
  readonly columns: Columns;
  readonly time: string;
  /** The first day and the last; each may be open. */
  readonly from: string | undefined;
  readonly to: string | undefined;
}

const EVENTS = 'public.clickstream_events';
const EVENTS_VIEW = /CREATE VIEW public\.clickstream_events AS[^;]*;/;
const DAY_MS = 86_400_000;

/**
 * Writes rows from before the history's end into a file, in the order of time.
 *
 * @returns the number of rows
 */
export async function exportHistory(
  { client, bucket, parquet }: { client: ClientBase; bucket: LakeBucket; parquet: ParquetWriter },
  manifest: LakeManifest,
  { relation, columns, time, from, to }: PastRows,
  { file, format }: { readonly file: string; readonly format: 'parquet' | 'csv' },
): Promise<number> {
  const before = manifest.history?.before ?? '';
  const folder = await mkdtemp(join(tmpdir(), 'export-'));
  const fetch = async (key: string) => {
    await mkdir(dirname(join(folder, key)), { recursive: true });
    await bucket.fetch(key, join(folder, key));
    return quoted(join(folder, key));
  };
  try {
    let source = relation;
    let isOwn = 'true';
    if (relation === EVENTS) {
      // Nearly all events are received on the day on which they happen, or later.
      const first = from === undefined ? '' : dayBefore(from);
      const days = Object.keys(manifest.days).filter(
        (day) =>
          holdsHistory(manifest, day) && day >= first && (manifest.days[day]?.oldest ?? '') <= (to ?? before),
      );
      if (days.length === 0) return 0;
      const files: string[] = [];
      for (const day of days) files.push(await fetch(dayKey(day)));
      source = `read_parquet([${files.join(', ')}], union_by_name = true)`;
      // Events that wait for the next retention are in both.
      const { rows } = await client.query<{ event_id: string }>(
        `SELECT event_id FROM ${relation} WHERE ${time} < '${before}'::timestamp AT TIME ZONE 'UTC'`,
      );
      const waiting = rows.map(({ event_id }) => quoted(event_id));
      if (waiting.length > 0) isOwn = `event_id NOT IN (${waiting.join(', ')})`;
    } else {
      for (const [table, parts] of Object.entries(manifest.facts?.parts ?? {}))
        for (const part of Object.keys(parts)) await fetch(factsKey(table, part));
      const script = await bucket.text(VIEWS_KEY);
      await parquet.query(script.replace(EVENTS_VIEW, '').replaceAll("'lake/", `'${join(folder, 'lake/')}`));
    }
    const start = (day: string) => `TIMESTAMPTZ '${day} 00:00:00+00'`;
    const condition = [
      `${time} < ${start(before)}`,
      isOwn,
      from === undefined ? 'true' : `${time} >= ${start(from)}`,
      to === undefined ? 'true' : `${time} < ${start(to)} + INTERVAL 1 DAY`,
    ].join(' AND ');
    const names = Object.entries(columns);
    const selected =
      format === 'csv'
        ? asWarehouseTexts(columns)
        : names.map(([name, { type }]) => `CAST(${name} AS ${parquetTypeOf(type)}) AS ${name}`).join(', ');
    const query = `SELECT ${selected} FROM ${source} AS past WHERE ${condition} ORDER BY past.${time}`;
    return await parquet.copy(query, file, format);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const dayBefore = (day: string) => new Date(Date.parse(day) - DAY_MS).toISOString().slice(0, 10);
