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
