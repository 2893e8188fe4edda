import type { ClickstreamEvent } from './events';

/** The body that the tracker posts: its events, and the time of sending by the browser's clock. */
export interface RequestEnvelope {
  /** ISO 8601. Compared with the time of receipt, it shows the error of the browser's clock. */
  readonly sentAt: string;
  readonly events: readonly ClickstreamEvent[];
}

/** One event that ingest did not accept. */
export interface Rejection {
  /** Its position in the request, from 0. */
  readonly index: number;
  readonly eventId: string | null;
  /** The faulty field, and its fault. */
  readonly reason: string;
}

/** The body of the answer 202. */
export interface IngestAnswer {
  readonly accepted: number;
  readonly rejected: readonly Rejection[];
}
