import type { ClientBase } from 'pg';
import {
  fetchContent,
  linesOf,
  nextLine,
  type PendingObject,
  type RawLine,
  type RawSource,
  rejectedRange,
} from '@clickstream/warehouse-load/reading';
import { Chunk } from '@clickstream/warehouse-load/warehouse';
import type { ReplayFilter } from './replay-filter';

/** An object with lines that ingest rejected and that could not be read since. */
export interface RejectedObject extends PendingObject {
  /** Number of such lines in the manifest. */
  readonly rejected: number;
}

/** Objects that are read at once: those of ingest contain one request each, at most 256 KB. */
const PAGE_OBJECTS = 32;

/** The reason that selects only rejected lines. */
export const REJECTED = 'rejected';

const MATCHING = `starts_with(object_key, 'rejected/') AND rejected > 0 AND resume_line IS NULL
  AND ($1::text IS NULL OR object_key = $1 COLLATE "C")
  AND ($2::text IS NULL OR object_key >= $2 COLLATE "C")
  AND ($3::text IS NULL OR object_key <= $3 COLLATE "C" OR starts_with(object_key, $3))`;

function valuesOf({ object, range }: ReplayFilter) {
  const rejected = range && rejectedRange(range);
  return [object, rejected?.from, rejected?.to];
}

/** True when a filter lets rejected lines through. */
const isWanted = ({ reason }: ReplayFilter) => reason === undefined || reason === REJECTED;

/** Number of rejected lines. */
export async function countRejectedLines(client: ClientBase, filter: ReplayFilter): Promise<number> {
  if (!isWanted(filter)) return 0;
  const { rows } = await client.query<{ lines: number }>(
    `SELECT coalesce(sum(rejected), 0)::integer AS lines FROM etl_objects WHERE ${MATCHING}`,
    valuesOf(filter),
  );
  return rows[0]?.lines ?? 0;
}

/** The next objects with rejected lines, in the order of their keys; none at the end. */
export async function rejectedObjects(
  client: ClientBase,
  filter: ReplayFilter,
  after: string,
): Promise<RejectedObject[]> {
  if (!isWanted(filter)) return [];
  const { rows } = await client.query<{
    object_key: string;
    object_id: number;
    etag: string;
    size_bytes: string;
    rejected: number;
  }>(
    `SELECT object_key, object_id, etag, size_bytes, rejected FROM etl_objects
     WHERE ${MATCHING} AND object_key > $4 COLLATE "C" ORDER BY object_key LIMIT ${PAGE_OBJECTS}`,
    [...valuesOf(filter), after],
  );
  return rows.map(({ object_key, object_id, size_bytes, ...object }) => ({
    ...object,
    key: object_key,
    objectId: object_id,
    sizeBytes: Number(size_bytes),
    resumeLine: 0,
  }));
}

/**
 * Reads objects again, and makes a chunk of those with fewer unreadable lines than rejected ones:
 * all of their lines except those that are or were in quarantine. Other rows of theirs may already
 * be in the warehouse.
 *
 * @param horizon see `Chunk`
 */
export async function readRejected(
  client: ClientBase,
  source: RawSource,
  objects: readonly RejectedObject[],
  horizon: string | null,
): Promise<Chunk> {
  const { rows } = await client.query<{ place: string }>(
    `SELECT object_key || ' ' || line AS place FROM etl_quarantine WHERE object_key = ANY($1)`,
    [objects.map(({ key }) => key)],
  );
  const quarantined = new Set(rows.map(({ place }) => place));
  const chunk = new Chunk(horizon);
  const read = await Promise.all(objects.map((object) => linesOfWhole(source, object)));
  for (const [index, object] of objects.entries()) {
    const lines = read[index];
    const wanted = lines?.filter(({ line }) => !quarantined.has(`${object.key} ${line}`)) ?? [];
    const trial = new Chunk(horizon);
    const isReadable = wanted.length > 0 && rejectedIn(trial, object, wanted) < object.rejected;
    if (isReadable) rejectedIn(chunk, object, wanted);
  }
  return chunk;
}

/** Adds lines of an object. @returns how many of them are still rejected */
function rejectedIn(chunk: Chunk, object: RejectedObject, lines: readonly RawLine[]): number {
  chunk.beginObject(object);
  for (const line of lines) chunk.addLine(line);
  return chunk.slices.at(-1)?.rejected ?? 0;
}

/**
 * The lines of an object; null if it is large, gone, or has changed since it was counted.
 */
async function linesOfWhole(source: RawSource, object: PendingObject): Promise<RawLine[] | null> {
  const content = await fetchContent(source, object);
  if (content.kind !== 'whole' || content.object.etag !== object.etag) return null;
  const all: RawLine[] = [];
  const lines = linesOf(content.bytes);
  for (let next = nextLine(lines, 0); !next.done; next = nextLine(lines, next.value.line))
    all.push(next.value);
  return all;
}
