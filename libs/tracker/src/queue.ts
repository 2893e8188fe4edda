/** An event that waits to be delivered, already in the form in which it is sent. */
export interface QueuedEvent {
  readonly id: string;
  readonly json: string;
}

/**
 * Where events wait. It answers at once, since a page that is being left cannot wait: a queue that outlives
 * the page keeps a copy in memory and writes behind it.
 */
export interface EventQueue {
  add(event: QueuedEvent): void;
  /** The events that wait, oldest first. */
  waiting(): readonly QueuedEvent[];
  /** Forgets events that were delivered, or that the server will never take. */
  remove(events: readonly QueuedEvent[]): void;
}

/** Enough for an hour without a network; past it the oldest events go first. */
const CAPACITY = 1_000;

/** A queue that lives as long as the page. */
export function memoryQueue(capacity: number = CAPACITY): EventQueue {
  let events: QueuedEvent[] = [];
  return {
    add(event) {
      events = [...events, event].slice(-capacity);
    },
    waiting: () => events,
    remove(delivered) {
      const ids = new Set(delivered.map((event) => event.id));
      events = events.filter((event) => !ids.has(event.id));
    },
  };
}
