import type { LakeBucket } from '@clickstream/lake';
import type { ClientBase } from 'pg';
import { workAhead } from '@clickstream/warehouse-load/reading';
import { eraseFromWarehouse } from './warehouse/erase-from-warehouse';
import { eraseFromLake } from './erase-from-lake';
import { NO_HISTORY, type OwnHistory, ownHistory } from './history/erase-from-history';
import { BucketPart, type ReadPart } from './bucket-part';
import { eraseLines, judgeObject } from './lines/erase-lines';
import type { ErasureContext } from './subject/line-owner';
import { ObjectNotReadError } from './lines/not-read';
import { objectsToRead, type KnownObject } from './bucket/objects-to-read';
import type { RawBucket } from './bucket/raw-bucket';
import type { Receipt } from './receipt';
import { type StoredEvents, storedEvents } from './warehouse/stored-events';
import { hashOf, isInName, mentionOf, type Subject } from './subject/subject';

/** Objects that are read at the same time. */
const AT_ONCE = 4;

/** Settings of an erasure. */
export interface Erasure {
  /**
   * Connection with the role dw_admin that has the run lock, so that nothing is loaded meanwhile.
   */
  readonly client: ClientBase;
  readonly bucket: RawBucket;
  readonly lake: LakeBucket;
  readonly subject: Subject;
  /** An existing folder for files of the lake; the system's own by default. */
  readonly scratch?: string | undefined;
  /**
   * Reads every object, even those that cannot contain anything according to the manifest.
   */
  readonly everywhere: boolean;
  readonly now: Date;
  /** True when the facts are too many for this call: `npm run rebuild` computes them afterwards. */
  readonly leavesFacts?: boolean;
  /** Called with the number of objects read, and of those listed so far. */
  onObjects?(read: number, listed: number): void;
  /** Called with the number of events in the facts. */
  onEvents?(events: number): void;
}

/** An erasure that may need several calls. */
export interface PartialErasure extends Erasure {
  /** The part of the bucket that earlier calls have read; absent in the first. */
  readonly from?: ReadPart | undefined;
  /** True when this call should end. */
  isTimeUp(): boolean;
}

/** An erasure that goes on in the next call. */
export interface Unfinished {
  readonly next: ReadPart;
}

/**
 * Erases all data of a user or a browser: first their lines in the bucket, then the history in the
 * lake, then everything in the warehouse in one transaction, then the files of the lake that differ
 * from it. Objects that cannot be read are skipped and named. If an object cannot be rewritten, the
 * lake and the warehouse stay unchanged. After a stop, the next run does the rest.
 *
 * @throws Error when the warehouse or the bucket fails as a whole, or when
 *   the id seems to be misspelt
 */
export async function erase(erasure: Erasure): Promise<Receipt> {
  const result = await eraseInParts({ ...erasure, isTimeUp: () => false });
  if ('next' in result) throw new Error('The erasure ended early although its time was not up.');
  return result;
}

/**
 * The same in several calls: when its time is up, it answers what the next call needs to go on.
 * The warehouse is changed by the last one.
 */
export async function eraseInParts(erasure: PartialErasure): Promise<Receipt | Unfinished> {
  const { client, subject } = erasure;
  const startedAt = performance.now();
  const stored = await storedEvents(client, subject);
  const [lookalike] = stored.lookalikes;
  if (lookalike !== undefined && stored.eventIds.size === 0) {
    throw new Error(
      `no event names this id, but some name "${lookalike}": ids are taken as they are written.`,
    );
  }
  const known: ErasureContext = { ...stored, subject, mentions: mentionOf(subject) };
  const history = await ownHistory(erasure, known);
  try {
    const eventIds = new Set([...stored.eventIds, ...history.eventIds]);
    const receipt = await eraseFound(erasure, { ...known, eventIds }, stored, history);
    return 'next' in receipt
      ? receipt
      : { ...receipt, seconds: Math.round(performance.now() - startedAt) / 1000 };
  } finally {
    await history.close();
  }
}

async function eraseFound(
  erasure: PartialErasure,
  context: ErasureContext,
  stored: StoredEvents,
  own: OwnHistory,
): Promise<Omit<Receipt, 'seconds'> | Unfinished> {
  const { client, subject, now, isTimeUp } = erasure;
  const part = new BucketPart(subject, erasure.from);
  const isWhole = await eraseFromBucket(erasure, context, stored.byObject, part);
  const { read } = part;
  // The warehouse needs most of a call for itself.
  if (!isWhole || (part.hasProgress && isTimeUp())) return { next: read };
  const isClean = part.failed.length === 0;
  const history = isClean ? await own.erase() : NO_HISTORY;
  // The next try finds the rest by the subject's events in the warehouse.
  const onEvents = erasure.leavesFacts ? null : (erasure.onEvents ?? (() => undefined));
  const warehouse = isClean
    ? await eraseFromWarehouse(client, context, part.cleaned, onEvents)
    : { events: 0, duplicates: 0, quarantined: 0, identityAudit: 0 };
  const lake = isClean ? await eraseFromLake(erasure) : { days: [], facts: 0, oldVersionsDeleted: 0 };
  return {
    subject: { kind: subject.kind, sha256: hashOf(subject) },
    erasedAt: now.toISOString(),
    bucket: {
      objectsListed: part.listed,
      objectsRead: read.objectsRead,
      objectsRewritten: read.objectsRewritten,
      linesErased: read.linesErased,
      oldVersionsDeleted: read.oldVersionsDeleted,
    },
    warehouse,
    history,
    lake,
    factsLeft: isClean && erasure.leavesFacts === true,
    mentionedByOthers: stored.mentionedByOthers,
    notRead: { objects: part.notRead.count, named: part.notRead.named },
    failed: part.failed,
  };
}

/** @returns false when it was stopped before the end of the bucket */
async function eraseFromBucket(
  { client, bucket, subject, everywhere, now, isTimeUp, onObjects }: PartialErasure,
  context: ErasureContext,
  ownObjects: ReadonlyMap<number, number>,
  part: BucketPart,
): Promise<boolean> {
  let isWhole = true;
  const suspects = async function* (): AsyncGenerator<KnownObject> {
    for await (const page of objectsToRead(client, bucket, ownObjects, everywhere)) {
      part.listed += page.objects.length;
      for (const { key } of page.astray)
        part.notRead.add(key, 'It is outside the folders of days, which are all that is read.');
      for (const object of page.objects) {
        if (isInName(subject, object.key))
          part.notRead.add(object.key, 'Its name contains the id, and names are not changed.');
        if (!part.wants(object)) continue;
        if (part.hasProgress && isTimeUp()) {
          isWhole = false;
          return;
        }
        part.begin(object.key);
        yield object;
      }
    }
  };
  const fail = ({ key }: KnownObject, error: unknown) => {
    if (error instanceof ObjectNotReadError) part.notRead.add(key, error.message);
    else part.fail(key, error instanceof Error ? error.message || error.name : String(error));
    return null;
  };
  const judgedObjects = workAhead(suspects(), AT_ONCE, (object) =>
    judgeObject(bucket, context, object, (reason) => part.notRead.add(object.key, reason)).catch(
      (error: unknown) => fail(object, error),
    ),
  );
  let done = 0;
  for await (const judged of judgedObjects) {
    done += 1;
    onObjects?.(done, part.listed);
    if (!judged) continue;
    const clean = await eraseLines(client, bucket, context.subject.id, judged, now).catch((error: unknown) =>
      fail(judged.object, error),
    );
    if (clean) part.cleaned.push(clean);
  }
  return isWhole;
}
