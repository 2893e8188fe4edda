import type { ClickstreamEvent } from './events';

/**
 * The body that the tracker posts: its events, and the time by the browser's
 * clock at which it sent them.
 */
export interface RequestEnvelope {
  /** ISO 8601. Compared with the time of receipt, it tells how wrong the browser's clock is. */
  readonly sentAt: string;
  readonly events: readonly ClickstreamEvent[];
}

/** One event that ingest did not accept. */
export interface Rejection {
  /** Its place in the request, from 0. */
  readonly index: number;
  readonly eventId: string | null;
  /** The field that is wrong, and its fault. */
  readonly reason: string;
}

/** The body of the answer 202. */
export interface IngestAnswer {
  readonly accepted: number;
  readonly rejected: readonly Rejection[];
}
