import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { S3Client } from '@aws-sdk/client-s3';
import { compareTile, type TileAnswer } from './answer/compare';
import type { Testimony } from './answer/testimony';
import type { WitnessConfig } from './config';
import { openLake, type Lake } from './lake/lake';
import { listRawObjects, readObject } from './objects/raw-objects';
import { writeLines } from './objects/write-lines';
import type { WitnessOptions } from './options';
import { macrosFor } from './tiles/shared-sql';
import type { Range, Tile } from './tiles/tile';
import { isDue, readLoadState } from './warehouse/load-state';
import type { Warehouse } from './warehouse/warehouse';

/** All that is read, and the one to keep informed. */
export interface Sources {
  readonly s3: S3Client;
  readonly warehouse: Warehouse;
  readonly config: WitnessConfig;
  /** Called with how many steps are done, of how many. */
  onProgress(done: number, of: number): void;
}

/** Counts the tiles from the bucket, and compares them with the warehouse. */
export async function testify(
  tiles: readonly Tile[],
  { from, to }: Pick<WitnessOptions, 'from' | 'to'>,
  { s3, warehouse, config, onProgress }: Sources,
): Promise<Testimony> {
  const state = await readLoadState(warehouse);
  const listed = await listRawObjects(s3, config.bucket);
  const keys = listed.filter((object) => isDue(object, state)).map(({ key }) => key);
  const steps = keys.length + tiles.length;
  let done = 0;
  const step = () => onProgress((done += 1), steps);
  const folder = await mkdtemp(join(tmpdir(), 'witness-'));
  let lake: Lake | undefined;
  try {
    const file = join(folder, 'lines.ndjson');
    const { unreadable } = await writeLines(keys, (key) => readObject(s3, config.bucket, key), file, step);
    lake = await openLake(file);
    const range = await rangeOf(lake, { from, to, ...config, finishedAt: state.finishedAt });
    await lake.rows(macrosFor(range));
    const answers: TileAnswer[] = [];
    for (const tile of tiles) {
      answers.push(await answerOf(tile, lake, warehouse, range));
      step();
    }
    const [{ events = 0 } = {}] = await lake.rows('SELECT count(*)::INTEGER AS events FROM events');
    return {
      from: range.from,
      to: range.to,
      objects: keys.length,
      waiting: listed.length - keys.length,
      unreadable,
      lines: await kindsOf(lake),
      events: Number(events),
      answers,
    };
  } finally {
    lake?.close();
    await rm(folder, { recursive: true });
  }
}

/**
 * Asks both for the same. The outer SELECT makes PostgreSQL take parameters that
 * a tile does not use.
 */
async function answerOf(tile: Tile, lake: Lake, warehouse: Warehouse, range: Range): Promise<TileAnswer> {
  const { from, to, timeZone, currency } = range;
  const [stored, counted] = await Promise.all([
    warehouse.rows(
      `SELECT key, number::text FROM (${tile.warehouse}) AS tile,
         (SELECT $1::date, $2::date, $3::text, $4::text) AS asked`,
      [from, to, timeZone, currency],
    ),
    lake.rows(`SELECT key, number::VARCHAR AS number FROM (${tile.witness})`),
  ]);
  return compareTile(tile, stored, counted);
}

/** The chosen days; where none is chosen, from the first to the last event or receipt. */
async function rangeOf(
  lake: Lake,
  { from, to, ...rest }: Omit<Range, 'from' | 'to'> & Pick<WitnessOptions, 'from' | 'to'>,
): Promise<Range> {
  const range = { ...rest, from: from ?? '0001-01-01', to: to ?? '9999-12-31' };
  await lake.rows(macrosFor(range));
  const [days = {}] = await lake.rows(
    `SELECT day_of(min(moment)) AS first, day_of(max(moment)) AS last
     FROM (SELECT moment FROM events UNION ALL SELECT hour_of_key FROM placed_lines)`,
  );
  return { ...range, from: from ?? String(days['first'] ?? to), to: to ?? String(days['last'] ?? from) };
}

async function kindsOf(lake: Lake): Promise<Record<string, number>> {
  const rows = await lake.rows('SELECT kind, count(*)::INTEGER AS lines FROM lines GROUP BY 1 ORDER BY 1');
  return Object.fromEntries(rows.map(({ kind, lines }) => [String(kind), Number(lines)]));
}
