import { timeOfKey } from '@clickstream/event-schema/raw-object';
import type { ClientBase } from 'pg';
import { detailOfError, isRejectedObject, rejectedEventOf } from '@clickstream/warehouse-load/reading';
import { lineOwner, type ErasureContext, type Moment } from '../subject/line-owner';
import { ObjectNotReadError } from './not-read';
import { contentOf, MAX_CONTENT_BYTES, type ObjectContent } from './object-lines';
import type { KnownObject } from '../bucket/objects-to-read';
import type { HeldObject, RawBucket } from '../bucket/raw-bucket';

/** An object with erased lines. */
export interface CleanObject {
  readonly key: string;
  /** null when this content was not in the manifest. */
  readonly objectId: number | null;
  /** Lines that are erased now. */
  readonly newLines: number;
  /** All erased lines, of earlier erasures too. */
  readonly erased: ReadonlySet<number>;
  /** Number of them among the lines that the manifest has counted. */
  readonly counted: number;
  /** Number of the newly erased lines that counted as rejected. */
  readonly rejected: number;
  readonly oldVersions: number;
}

/**
 * An object that has or may have lines of the subject, or is clean after an earlier erasure.
 */
export interface JudgedObject {
  readonly object: KnownObject;
  readonly held: HeldObject;
  readonly content: ObjectContent;
  readonly theirs: ReadonlySet<number>;
  readonly erased: ReadonlySet<number>;
  /** Rejected lines that still are not events. */
  readonly rejected: ReadonlySet<number>;
  /** Lines that belong to the user of a browser at the time. */
  readonly moments: readonly (Moment & { readonly line: number })[];
}

/**
 * Reads an object and judges its lines.
 *
 * @param onNotRead receives the reason why the object contains more than its lines
 * @returns null when there is nothing to erase in it and nothing was erased before
 * @throws {ObjectNotReadError} when it cannot be read at all
 * @throws Error when the bucket fails
 */
export async function judgeObject(
  bucket: Pick<RawBucket, 'get'>,
  context: ErasureContext,
  object: KnownObject,
  onNotRead: (reason: string) => void,
): Promise<JudgedObject | null> {
  if (object.sizeBytes > MAX_CONTENT_BYTES) throw new ObjectNotReadError('It is too large to be rewritten.');
  const held = await bucket.get(object);
  if (!held) return null;
  try {
    return judgeHeld(context, object, held, onNotRead);
  } catch (error) {
    throw error instanceof ObjectNotReadError
      ? error
      : new ObjectNotReadError(detailOfError(error), { cause: error });
  }
}

function judgeHeld(
  context: ErasureContext,
  object: KnownObject,
  held: HeldObject,
  onNotRead: (reason: string) => void,
): JudgedObject | null {
  const content = contentOf(held.bytes);
  if (content.notRead !== null) onNotRead(content.notRead);
  const theirs = new Set<number>();
  const erased = new Set<number>();
  const rejected = new Set<number>();
  const keyTime = timeOfKey(object.key) ?? 0;
  const moments: (Moment & { line: number })[] = [];
  for (const { line, text, value } of content.lines()) {
    const owner = lineOwner(context, { objectKey: object.key, line, text, value });
    if (isRejectedObject(object.key) && owner !== 'other') {
      const place = { objectKey: object.key, objectId: 0, line, keyTime };
      if (rejectedEventOf(value, place) === null) rejected.add(line);
    }
    if (owner === 'erased') erased.add(line);
    else if (owner === 'subject') theirs.add(line);
    else if (owner !== 'other') moments.push({ ...owner, line });
  }
  const isClean = theirs.size + erased.size + moments.length === 0;
  return isClean ? null : { object, held, content, theirs, erased, rejected, moments };
}

/**
 * Erases the subject's lines from an object. A second call changes nothing.
 *
 * @param client decides the owner of a moment on a shared browser, and records the new content
 * @returns null when no line of the object is erased
 */
export async function eraseLines(
  client: ClientBase,
  bucket: Pick<RawBucket, 'replace' | 'deleteOldVersions'>,
  userId: string,
  { object, held, content, ...judged }: JudgedObject,
  erasedAt: Date,
): Promise<CleanObject | null> {
  const { key } = object;
  const theirs = new Set([...judged.theirs, ...(await momentsOf(client, userId, judged.moments))]);
  const erased = new Set([...judged.erased, ...theirs]);
  if (erased.size === 0) return null;
  if (theirs.size > 0) {
    const etag = await bucket.replace(key, held, content.without(theirs, erasedAt));
    // Recorded at once: otherwise the next run of the ETL would treat the object as changed and
    // count its lines again.
    await client.query('UPDATE etl_objects SET etag = $3 WHERE object_key = $1 AND etag = $2', [
      key,
      held.etag,
      etag,
    ]);
  }
  const isCounted = object.objectId !== null && held.etag === object.etag;
  return {
    key,
    objectId: isCounted ? object.objectId : null,
    newLines: theirs.size,
    erased,
    counted: [...erased].filter((line) => line <= (object.resumeLine ?? Infinity)).length,
    rejected: [...theirs].filter((line) => judged.rejected.has(line)).length,
    oldVersions: await bucket.deleteOldVersions(key),
  };
}

/** Lines of those moments at which only this user used the browser. */
async function momentsOf(
  client: ClientBase,
  userId: string,
  moments: JudgedObject['moments'],
): Promise<number[]> {
  if (moments.length === 0) return [];
  const { rows } = await client.query<{ line: number }>(
    `SELECT line FROM unnest($2::text[], $3::timestamptz[], $4::integer[]) AS moment (client, at, line)
     WHERE dash.user_behind(client, at) = $1`,
    [
      userId,
      moments.map((moment) => moment.client),
      moments.map((moment) => moment.at),
      moments.map((moment) => moment.line),
    ],
  );
  return rows.map(({ line }) => line);
}
