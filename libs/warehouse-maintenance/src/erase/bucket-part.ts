import type { CleanObject } from './lines/erase-lines';
import { NotReadObjects } from './lines/not-read';
import { masked, type Subject } from './subject/subject';
import type { KnownObject } from './bucket/objects-to-read';

/**
 * The part of the bucket that earlier calls of the same erasure have read. It holds no id, unless
 * an object's name does.
 */
export interface ReadPart {
  /** The last key of it. */
  readonly until: string;
  /** Its objects that must be read again: with erased lines, named as unread, or failed. */
  readonly again: readonly string[];
  readonly objectsRead: number;
  readonly objectsRewritten: number;
  readonly linesErased: number;
  readonly oldVersionsDeleted: number;
}

const NOTHING: ReadPart = {
  until: '',
  again: [],
  objectsRead: 0,
  objectsRewritten: 0,
  linesErased: 0,
  oldVersionsDeleted: 0,
};

/** The progress of an erasure through the bucket, in the order of keys. */
export class BucketPart {
  readonly cleaned: CleanObject[] = [];
  /** Objects that could not be rewritten, with the reason. */
  readonly failed: string[] = [];
  readonly notRead: NotReadObjects;
  listed = 0;
  /** The last object that is read in this call; everything up to it will be clean. */
  private until: string;
  private readonly again: Set<string>;
  private reads = 0;

  constructor(
    subject: Subject,
    private readonly before: ReadPart = NOTHING,
  ) {
    this.notRead = new NotReadObjects((text) => masked(subject, text));
    this.until = before.until;
    this.again = new Set(before.again);
  }

  /** True when this call has read something that no earlier one had. */
  get hasProgress(): boolean {
    return this.reads > 0;
  }

  /** True for an object that must be read: it may have lines of the subject. */
  wants({ key, isSuspect }: KnownObject): boolean {
    return isSuspect && (this.isAfterStart(key) || this.again.has(key));
  }

  begin(key: string): void {
    if (!this.isAfterStart(key)) return;
    this.until = key;
    this.reads += 1;
  }

  fail(key: string, reason: string): void {
    this.failed.push(`${key}: ${reason}`);
    this.again.add(key);
  }

  /** All of it so far, for the next call. */
  get read(): ReadPart {
    const sum = (count: (object: CleanObject) => number) =>
      this.cleaned.reduce((total, object) => total + count(object), 0);
    return {
      until: this.until,
      again: [...new Set([...this.cleaned.map(({ key }) => key), ...this.notRead.keys, ...this.again])],
      objectsRead: this.before.objectsRead + this.reads,
      objectsRewritten: this.before.objectsRewritten + sum(({ newLines }) => (newLines > 0 ? 1 : 0)),
      linesErased: this.before.linesErased + sum(({ newLines }) => newLines),
      oldVersionsDeleted: this.before.oldVersionsDeleted + sum(({ oldVersions }) => oldVersions),
    };
  }

  /** S3 lists keys in the order of their bytes. */
  private isAfterStart(key: string): boolean {
    return Buffer.compare(Buffer.from(key), Buffer.from(this.before.until)) > 0;
  }
}
