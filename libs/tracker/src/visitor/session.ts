import { newVisitorId, SESSION_IDLE_MS } from '@clickstream/event-schema';
import type { TextStorage } from './browser-storage';

/** A session of this browser, whichever of its tabs the events come from. */
export interface Session {
  readonly id: string;
  /** True in the browser's first session, for every event of it. */
  readonly isFirst: boolean;
}

const KEY = 'clickstream.session';

/**
 * The session of an event at `now`: the stored one, or a new one after 30 idle minutes. The event
 * counts as activity. All tabs read and write the same stored session.
 *
 * @param isNewBrowser true if the browser got its id with this event
 */
export function sessionAt(now: number, storage: TextStorage, isNewBrowser: boolean): Session {
  const [storedId, storedIsFirst, lastEventAt] = (storage.get(KEY) ?? '').split(' ');
  // A clock that was set back leaves a last event in the future, which must not make the session
  // endless.
  const goesOn = !isNewBrowser && storedId && Math.abs(now - Number(lastEventAt)) <= SESSION_IDLE_MS;
  const id = goesOn ? storedId : newVisitorId(now);
  const isFirst = goesOn ? storedIsFirst === 'true' : isNewBrowser;
  storage.set(KEY, [id, isFirst, now].join(' '));
  return { id, isFirst };
}
