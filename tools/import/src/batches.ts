import { LIMITS } from '@clickstream/event-schema';

/** The body of a request: events that are already JSON. */
export interface Batch {
  readonly events: number;
  readonly body: string;
}

/** Collects events into the fewest bodies that the limits of the contract allow. */
export class Batcher {
  private lines: string[] = [];
  private bytes = 0;

  /**
   * @returns the bodies that are full now; an event that exceeds the limit alone also becomes a
   *   body, which ingest refuses
   */
  add(json: string): Batch[] {
    const size = Buffer.byteLength(json) + 1;
    const isFull = this.lines.length === LIMITS.maxEvents || this.bytes + size > LIMITS.maxBodyBytes - 2;
    const full = isFull ? this.end() : [];
    this.lines.push(json);
    this.bytes += size;
    return full;
  }

  /** The rest. */
  end(): Batch[] {
    const { lines } = this;
    this.lines = [];
    this.bytes = 0;
    return lines.length > 0 ? [{ events: lines.length, body: `[${lines.join(',')}]` }] : [];
  }
}

/** True when an event fits into a body. */
export const fitsIntoBody = (json: string): boolean => Buffer.byteLength(json) + 2 <= LIMITS.maxBodyBytes;
