import { isUtf8 } from 'node:buffer';
import { isGzip } from '@clickstream/warehouse-load/reading';

/** An object in which an erasure has not found everything, whatever it holds. */
export interface NotRead {
  /** With `[id]` in the place of the subject's id. */
  readonly key: string;
  readonly reason: string;
}

/**
 * More of them are counted, but not named: a bucket may hold millions of objects of other writers.
 */
const MAX_NAMED = 1_000;

/** The objects that an erasure could not read, of which the receipt names the first. */
export class NotReadObjects {
  readonly named: NotRead[] = [];
  count = 0;

  /** @param masked takes the subject's id out of a text */
  constructor(private readonly masked: (text: string) => string) {}

  add(key: string, reason: string): void {
    this.count += 1;
    if (this.named.length < MAX_NAMED)
      this.named.push({ key: this.masked(key), reason: this.masked(reason) });
  }
}

/** The object cannot be read by an erasure, or not as a whole: it is passed over, and named. */
export class ObjectNotReadError extends Error {
  override name = 'ObjectNotReadError';
}

/** Why an object's content, inflated once, is not wholly the text of its lines; null when it is. */
export function reasonNotRead(content: Buffer): string | null {
  if (isGzip(content)) return 'It is gzip within gzip.';
  if (content.includes(0) || !isUtf8(content)) return 'It is not UTF-8 text.';
  return null;
}
