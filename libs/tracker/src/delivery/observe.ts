import type { IngestAnswer } from '@clickstream/event-schema';

/** Step of events on their way; a line is the JSON of one, as it is sent. */
export type Notice =
  | { readonly step: 'queued'; readonly line: string }
  /** The next request is planned, for a time in milliseconds since 1970. */
  | { readonly step: 'due'; readonly at: number }
  | { readonly step: 'sent'; readonly lines: readonly string[] }
  | {
      readonly step: 'answered';
      readonly lines: readonly string[];
      /** HTTP status, or 0 without an answer. */
      readonly status: number;
      /** The outcome of each event, if the server took the request. */
      readonly answer?: IngestAnswer;
    };

/** Takes notices. Called at once, so it must not throw or take long. */
export type Observe = (notice: Notice) => void;
