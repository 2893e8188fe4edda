import { isUtf8 } from 'node:buffer';
import { isGzip } from '@clickstream/warehouse-load/reading';

/** An object that an erasure could not read completely. */
export interface NotRead {
  /** The key, with `[id]` in place of the subject's id. */
  readonly key: string;
  readonly reason: string;
}

/**
 * Number of objects that are named. More are only counted: a bucket may contain millions of objects
 * of other writers.
 */
const MAX_NAMED = 1_000;

/** The objects that an erasure could not read, of which the receipt names the first. */
export class NotReadObjects {
  readonly named: NotRead[] = [];
  /** The keys of those that are named, as they are. */
  readonly keys = new Set<string>();
  count = 0;

  /** @param masked removes the subject's id from a text */
  constructor(private readonly masked: (text: string) => string) {}

  add(key: string, reason: string): void {
    this.count += 1;
    if (this.named.length >= MAX_NAMED) return;
    this.keys.add(key);
    this.named.push({ key: this.masked(key), reason: this.masked(reason) });
  }
}

/** An object that an erasure cannot read completely: it is skipped and named. */
export class ObjectNotReadError extends Error {
  override name = 'ObjectNotReadError';
}

/**
 * The reason why an object's inflated content has more than the text of its lines; null if none.
 */
export function reasonNotRead(content: Buffer): string | null {
  if (isGzip(content)) return 'It is gzip within gzip.';
  if (content.includes(0) || !isUtf8(content)) return 'It is not UTF-8 text.';
  return null;
}
