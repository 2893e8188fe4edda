import { newEventId } from '@clickstream/event-schema';
import type { TextStorage } from './browser-storage';

/** A visit ends after this long without an event, in milliseconds. */
export const IDLE_LIMIT = 30 * 60 * 1000;

/** A visit of this browser, whichever of its tabs the events come from. */
export interface Session {
  readonly id: string;
  /** Whether it is the browser's first visit. Holds for every event of that visit. */
  readonly isFirst: boolean;
}

interface StoredSession extends Session {
  /** When its last event happened, in milliseconds since 1970. */
  readonly lastEventAt: number;
}

const KEY = 'clickstream.session';

/**
 * The session that an event at `now` belongs to: the stored one, or a new one after 30 idle minutes.
 * The event counts as activity. All tabs read and write the same stored session.
 *
 * @param isNewBrowser whether the browser got its id with this very event
 */
export function sessionAt(now: number, storage: TextStorage, isNewBrowser: boolean): Session {
  const stored = isNewBrowser ? null : storedSession(storage);
  // A clock that was set back leaves a last event in the future: that is no reason for an endless visit.
  const goesOn = stored !== null && Math.abs(now - stored.lastEventAt) <= IDLE_LIMIT;
  const { id, isFirst } = goesOn ? stored : { id: newEventId(now), isFirst: isNewBrowser };
  storage.set(KEY, JSON.stringify({ id, isFirst, lastEventAt: now }));
  return { id, isFirst };
}

function storedSession(storage: TextStorage): StoredSession | null {
  try {
    const stored = JSON.parse(storage.get(KEY) ?? 'null') as StoredSession | null;
    return stored && stored.id ? stored : null;
  } catch {
    return null;
  }
}
