import type { ClientBase } from 'pg';
import { workAhead } from '@clickstream/warehouse-load/reading';
import { eraseFromWarehouse } from './warehouse/erase-from-warehouse';
import { eraseLines, judgeObject, type CleanObject } from './lines/erase-lines';
import type { ErasureContext } from './subject/line-owner';
import { NotReadObjects, ObjectNotReadError } from './lines/not-read';
import { objectsToRead, type KnownObject } from './bucket/objects-to-read';
import type { RawBucket } from './bucket/raw-bucket';
import type { Receipt } from './receipt';
import { storedEvents } from './warehouse/stored-events';
import { hashOf, isInName, masked, mentionOf, type Subject } from './subject/subject';

/** Objects that are read at the same time. */
const AT_ONCE = 4;

/** Settings of an erasure. */
export interface Erasure {
  /**
   * Connection with the role dw_admin that has the run lock, so that nothing is loaded meanwhile.
   */
  readonly client: ClientBase;
  readonly bucket: RawBucket;
  readonly subject: Subject;
  /**
   * Reads every object, even those that cannot contain anything according to the manifest.
   */
  readonly everywhere: boolean;
  readonly now: Date;
  /** Called with the number of objects read, and of those listed so far. */
  onObjects?(read: number, listed: number): void;
  /** Called with the number of events in the facts. */
  onEvents?(events: number): void;
}

/**
 * Erases all data of a user or a browser: first their lines in the bucket, then everything in the
 * warehouse in one transaction. Objects that cannot be read are skipped and named. If an object
 * cannot be rewritten, the warehouse stays unchanged. After a stop, the next run does the rest.
 *
 * @throws Error when the warehouse or the bucket fails as a whole, or when
 *   the id seems to be misspelt
 */
export async function erase(erasure: Erasure): Promise<Receipt> {
  const { client, subject, now } = erasure;
  const startedAt = performance.now();
  const stored = await storedEvents(client, subject);
  const [lookalike] = stored.lookalikes;
  if (lookalike !== undefined && stored.eventIds.size === 0) {
    throw new Error(
      `no event names this id, but some name "${lookalike}": ids are taken as they are written.`,
    );
  }
  const context: ErasureContext = { ...stored, subject, mentions: mentionOf(subject) };
  const bucket = await eraseFromBucket(erasure, context, stored.byObject);
  // The next try finds the rest by the subject's events in the warehouse.
  const isClean = bucket.failed.length === 0;
  const onEvents = erasure.onEvents ?? (() => undefined);
  const warehouse = isClean
    ? await eraseFromWarehouse(client, context, bucket.cleaned, onEvents)
    : { events: 0, duplicates: 0, quarantined: 0, identityAudit: 0 };
  return {
    subject: { kind: subject.kind, sha256: hashOf(subject) },
    erasedAt: now.toISOString(),
    seconds: Math.round(performance.now() - startedAt) / 1000,
    bucket: {
      objectsListed: bucket.listed,
      objectsRead: bucket.read,
      objectsRewritten: bucket.cleaned.filter(({ newLines }) => newLines > 0).length,
      linesErased: bucket.cleaned.reduce((sum, { newLines }) => sum + newLines, 0),
      oldVersionsDeleted: bucket.cleaned.reduce((sum, { oldVersions }) => sum + oldVersions, 0),
    },
    warehouse,
    mentionedByOthers: stored.mentionedByOthers,
    notRead: { objects: bucket.notRead.count, named: bucket.notRead.named },
    failed: bucket.failed,
  };
}

interface CleanBucket {
  readonly cleaned: readonly CleanObject[];
  readonly listed: number;
  readonly read: number;
  readonly notRead: NotReadObjects;
  readonly failed: readonly string[];
}

async function eraseFromBucket(
  { client, bucket, everywhere, now, onObjects }: Erasure,
  context: ErasureContext,
  ownObjects: ReadonlyMap<number, number>,
): Promise<CleanBucket> {
  const cleaned: CleanObject[] = [];
  const failed: string[] = [];
  const notRead = new NotReadObjects((text) => masked(context.subject, text));
  let listed = 0;
  let read = 0;
  const suspects = async function* (): AsyncGenerator<KnownObject> {
    for await (const page of objectsToRead(client, bucket, ownObjects, everywhere)) {
      listed += page.objects.length;
      for (const { key } of page.astray)
        notRead.add(key, 'It is outside the folders of days, which are all that is read.');
      for (const { key } of page.objects)
        if (isInName(context.subject, key))
          notRead.add(key, 'Its name contains the id, and names are not changed.');
      yield* page.objects.filter(({ isSuspect }) => isSuspect);
    }
  };
  const fail = ({ key }: KnownObject, error: unknown) => {
    if (error instanceof ObjectNotReadError) {
      notRead.add(key, error.message);
      return null;
    }
    failed.push(`${key}: ${error instanceof Error ? error.message || error.name : String(error)}`);
    return null;
  };
  const judgedObjects = workAhead(suspects(), AT_ONCE, (object) =>
    judgeObject(bucket, context, object, (reason) => notRead.add(object.key, reason)).catch(
      (error: unknown) => fail(object, error),
    ),
  );
  for await (const judged of judgedObjects) {
    read += 1;
    onObjects?.(read, listed);
    if (!judged) continue;
    const clean = await eraseLines(client, bucket, context.subject.id, judged, now).catch((error: unknown) =>
      fail(judged.object, error),
    );
    if (clean) cleaned.push(clean);
  }
  return { cleaned, listed, read, notRead, failed };
}
