/** A session ends after this long without an event, in milliseconds. */
export const SESSION_IDLE_MS = 30 * 60 * 1000;
