/** A waiting event, already in the form in which it is sent. */
export interface QueuedEvent {
  readonly key: string;
  readonly line: string;
}
