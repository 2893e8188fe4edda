import { isUuid } from '@clickstream/event-schema';
import type { StoredEvent } from '../testing/stored-events';

const STATES: Readonly<Record<string, string>> = {
  anonymous: 'anonymous',
  guest: 'guest_checkout',
  logged_in: 'cognito_email',
};

/**
 * Faults in what every event of one browser must have, a line each: numbers without a gap, one
 * session of a first visit, an id of its own, a user only after a sign-in, and nothing that ingest
 * had to correct.
 */
export function envelopeFaults(events: readonly StoredEvent[]): string[] {
  const faults: string[] = [];
  const numbers = events.map(({ sequence }) => Number(sequence)).sort((one, other) => one - other);
  if (numbers.some((number, index) => number !== index + 1)) faults.push(`numbers: ${numbers.join(' ')}`);
  const sessions = new Set(events.map(({ sessionId }) => sessionId));
  if (sessions.size > 1) faults.push(`${sessions.size} sessions`);
  if (new Set(events.map(({ eventId }) => eventId)).size !== events.length) faults.push('an id twice');
  for (const event of events) {
    const { eventName, eventId, userId, userLoginState, identitySource, schemaVersion, isFirstVisit } = event;
    const stamp = event['_ingest'] as { readonly corrections?: readonly string[] };
    const isRight =
      isUuid(String(eventId)) &&
      isUuid(String(userId)) === (userLoginState === 'logged_in') &&
      STATES[String(userLoginState)] === identitySource &&
      schemaVersion === 1 &&
      isFirstVisit === true &&
      stamp.corrections === undefined;
    if (!isRight) faults.push(`${String(eventName)}: ${JSON.stringify(event)}`);
  }
  return faults;
}
