import { MAX_BATCH_BYTES, MAX_BATCH_EVENTS } from './batch';
import type { TextStorage } from '../visitor/browser-storage';
import { LOSS_REPORT } from './losses';
import type { Observe } from './observe';
import type { QueuedEvent } from './queued-event';

/** An event that is about to be queued. */
export interface NewEvent {
  readonly id: string;
  readonly name: string;
  readonly sequence: number;
  readonly line: string;
}

/**
 * Characters that may wait: some 1,200 events, and a fifth to a third of what browsers let a shop
 * store.
 */
export const CAPACITY = 1_000_000;

/**
 * The waiting events of all tabs, each under a separate key: the cost of adding one does not depend
 * on how many wait. The key holds position, size and name, so that choosing which to drop needs no
 * reads.
 */
export interface EventQueue {
  /** Learns what happens to each event; absent in a script tag. */
  readonly observe?: Observe;
  /** @returns true when a batch is full, counted since this was last true, or at an order */
  add(event: NewEvent): boolean;
  /** Replaces the text of an event, if it still waits. */
  amend(id: string, line: string): void;
  /** The waiting events, except for the given ones, in the order of their numbers. */
  waiting(except: ReadonlySet<string>): Iterable<QueuedEvent>;
  isEmpty(): boolean;
  forget(events: readonly QueuedEvent[]): void;
  /**
   * Drops the oldest events until the rest fits; events of carts and orders last, the given ones
   * and reports of losses never.
   *
   * @returns the number of dropped events
   */
  makeRoom(except: ReadonlySet<string>): number;
}

/** The prefix of the keys of queued events. */
export const EVENT_KEYS = 'clickstream.event.';
const COMMERCE = /cart|checkout|order/;

/**
 * A value that others have put under such a key has size 0, rather than one that no queue has room
 * for.
 */
const sizeOf = (key: string) => Number(key.split('.')[3]) || 0;

export function eventQueue(storage: TextStorage, capacity: number = CAPACITY): EventQueue {
  const keys = () => storage.keysFrom(EVENT_KEYS);
  let events = 0;
  let characters = 0;
  return {
    add({ id, name, sequence, line }) {
      storage.set(`${EVENT_KEYS}${String(sequence).padStart(12, '0')}.${line.length}.${name}.${id}`, line);
      events += 1;
      characters += line.length;
      const isFull =
        events >= MAX_BATCH_EVENTS ||
        characters >= MAX_BATCH_BYTES ||
        // Of the names in the contract only `checkout_complete` begins so; the whole one is longer.
        name.startsWith('checkout_c');
      if (isFull) events = characters = 0;
      return isFull;
    },
    amend(id, line) {
      const key = keys().find((name) => name.endsWith(id));
      if (key) storage.set(key, line);
    },
    *waiting(except) {
      for (const key of keys()) {
        // Read one by one when needed; another tab may have delivered it by then.
        const line = except.has(key) ? null : storage.get(key);
        // An empty text, which a crash may leave, would not be an event of the request; `null` is
        // one, which is rejected.
        if (line !== null) yield { key, line: line || 'null' };
      }
    },
    isEmpty: () => !keys()[0],
    forget: (delivered) => delivered.forEach(({ key }) => storage.forget(key)),
    makeRoom(except) {
      const all = keys();
      let size = all.reduce((sum, key) => sum + sizeOf(key), 0);
      let gone = 0;
      for (const key of [...all.filter((name) => !COMMERCE.test(name)), ...all]) {
        if (size <= capacity) break;
        // A report of losses is small, and all that remains of many events.
        if (except.has(key) || key.includes(LOSS_REPORT) || storage.get(key) === null) continue;
        storage.forget(key);
        size -= sizeOf(key);
        gone += 1;
      }
      return gone;
    },
  };
}
