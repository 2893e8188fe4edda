import { createHash } from 'node:crypto';
import { uuidV7From, type EventName } from '@clickstream/event-schema';
import { anEventNamed } from '@clickstream/event-schema/testing';

export const DESKTOP =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
export const MOBILE =
  'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36';
export const BOT = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';

/** An event as ingest writes it to the bucket, received at the moment it happened. */
export function received(event: object, userAgent: string): object {
  const { eventTimestamp } = event as { readonly eventTimestamp: string };
  return {
    ...event,
    _ingest: { receivedAt: eventTimestamp, requestId: 'request-1', sourceIp: '203.0.113.0', userAgent },
  };
}

/** The same event from a browser whose clock is slow, in a request that took some time. */
export function receivedLate(
  event: object,
  userAgent: string,
  { behindMs, tookMs }: { readonly behindMs: number; readonly tookMs: number },
): object {
  const happenedAt = Date.parse((event as { readonly eventTimestamp: string }).eventTimestamp);
  const textOf = (time: number) => new Date(time).toISOString();
  return {
    ...event,
    eventTimestamp: textOf(happenedAt - behindMs),
    _ingest: { sentAt: textOf(happenedAt - behindMs), receivedAt: textOf(happenedAt + tookMs), userAgent },
  };
}

/**
 * The same event from another ingester, with names in another convention and a field that has
 * to be corrected.
 */
export function receivedElsewhere(event: object, userAgent: string): object {
  const { eventName, eventTimestamp, ...rest } = event as Readonly<Record<string, unknown>>;
  return {
    ...rest,
    event_name: eventName,
    eventTimestamp,
    isFirstVisit: 'perhaps',
    _ingest: { receivedAt: eventTimestamp, userAgent },
  };
}

/** The time at which an event was received. */
export function receivedAt(event: object): Date {
  const { _ingest } = event as { readonly _ingest: { readonly receivedAt: string } };
  return new Date(_ingest.receivedAt);
}

/** The place of an event in its session. */
export interface PlannedMoment {
  /** Id of the session; the browser's follows from it. */
  readonly session: string;
  /** Different for each event of the session. */
  readonly place: number;
  /** Milliseconds since 1970. */
  readonly time: number;
}

/**
 * An event of a session that has a browser to itself, and is a guest's unless `more` differs.
 */
export function plannedEvent(
  name: EventName,
  { session, place, time }: PlannedMoment,
  more: object,
  userAgent: string,
): object {
  return received(
    {
      ...anEventNamed(name),
      eventId: uuidV7From(time, createHash('sha256').update(`${session}-${place}`).digest()),
      eventTimestamp: new Date(time).toISOString(),
      userLoginState: 'guest',
      userId: null,
      sessionId: session,
      clientId: `browser-of-${session}`,
      referrer: '',
      ...more,
    },
    userAgent,
  );
}
