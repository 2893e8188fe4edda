import { newVisitorId, SESSION_IDLE_MS } from '@clickstream/event-schema';
import type { TextStorage } from './browser-storage';

/** A visit of this browser, whichever of its tabs the events come from. */
export interface Session {
  readonly id: string;
  /** True in the browser's first session. Holds for every event of that visit. */
  readonly isFirst: boolean;
}

const KEY = 'clickstream.session';

/**
 * The session that an event at `now` belongs to: the stored one, or a new one after 30 idle
 * minutes. The event counts as activity. All tabs read and write the same stored session.
 *
 * @param isNewBrowser whether the browser got its id with this very event
 */
export function sessionAt(now: number, storage: TextStorage, isNewBrowser: boolean): Session {
  const [storedId, storedIsFirst, lastEventAt] = (storage.get(KEY) ?? '').split(' ');
  // A clock that was set back leaves a last event in the future: that is no
  // reason for an endless visit.
  const goesOn = !isNewBrowser && storedId && Math.abs(now - Number(lastEventAt)) <= SESSION_IDLE_MS;
  const id = goesOn ? storedId : newVisitorId(now);
  const isFirst = goesOn ? storedIsFirst === 'true' : isNewBrowser;
  storage.set(KEY, [id, isFirst, now].join(' '));
  return { id, isFirst };
}
