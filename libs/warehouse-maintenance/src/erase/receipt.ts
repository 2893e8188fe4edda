import type { NotRead } from './lines/not-read';
import type { Subject } from './subject/subject';

/** The receipt of an erasure: proof for the person who asked, and safe to keep without the id. */
export interface Receipt {
  readonly subject: { readonly kind: Subject['kind']; readonly sha256: string };
  readonly erasedAt: string;
  readonly seconds: number;
  readonly bucket: {
    readonly objectsListed: number;
    readonly objectsRead: number;
    readonly objectsRewritten: number;
    readonly linesErased: number;
    readonly oldVersionsDeleted: number;
  };
  readonly warehouse: {
    readonly events: number;
    /** Further copies of them in the bucket. */
    readonly duplicates: number;
    readonly quarantined: number;
    readonly identityAudit: number;
  };
  /** Files that were removed from the lake: a compaction writes them without the subject. */
  readonly lake: {
    readonly days: readonly string[];
    /** Files of facts. */
    readonly facts: number;
    readonly oldVersionsDeleted: number;
  };
  /**
   * Rewritten files of the lake, of days that have left the warehouse. Sums of hours from before
   * then still count the events: they name nobody.
   */
  readonly history: {
    readonly days: readonly string[];
    readonly events: number;
    /** Files of facts. */
    readonly factFiles: number;
    readonly oldVersionsDeleted: number;
  };
  /** True while the facts still count their events: `npm run rebuild` computes them again. */
  readonly factsLeft: boolean;
  /** Events of others that mention the id: they are not the subject's, and stay. */
  readonly mentionedByOthers: number;
  /**
   * Objects that could not be read completely: they may still contain data of the subject.
   */
  readonly notRead: { readonly objects: number; readonly named: readonly NotRead[] };
  /**
   * Objects that could not be read from or written to the bucket, with the reason: run it again.
   */
  readonly failed: readonly string[];
}

/** The receipt in one line. */
export function receiptLine({
  subject,
  seconds,
  bucket,
  warehouse,
  history,
  factsLeft,
  mentionedByOthers,
  notRead,
  failed,
}: Receipt): string {
  const count = (value: number) => value.toLocaleString('en');
  return (
    `${failed.length === 0 ? 'Erased' : 'Erased in part'} ${subject.kind} sha256:${subject.sha256.slice(0, 12)}…: ` +
    `${count(warehouse.events)} events of the warehouse, ${count(warehouse.quarantined)} quarantined, ` +
    `${count(bucket.linesErased)} lines of ${count(bucket.objectsRewritten)} objects` +
    `${history.events > 0 ? `, ${count(history.events)} events of the lake's history` : ''}` +
    `${bucket.oldVersionsDeleted > 0 ? `, ${count(bucket.oldVersionsDeleted)} old versions` : ''}; ` +
    `read ${count(bucket.objectsRead)} of ${count(bucket.objectsListed)} objects in ${seconds} s` +
    `${mentionedByOthers > 0 ? `; ${count(mentionedByOthers)} events of others mention the id and stay` : ''}` +
    `${factsLeft ? '; the facts still count them: npm run rebuild computes them again' : ''}` +
    `${notRead.objects > 0 ? `; ${count(notRead.objects)} objects could not be read and may contain more` : ''}` +
    `${failed.length > 0 ? `; ${count(failed.length)} objects could not be rewritten, so the warehouse is as it was: run it again` : ''}.`
  );
}
