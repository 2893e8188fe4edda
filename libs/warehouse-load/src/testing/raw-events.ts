import type { ClickstreamEvent } from '@clickstream/event-schema';

/** The user agent of a person. */
export const DESKTOP_AGENT =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

/** An event as ingest writes it into the bucket. */
export function received(
  event: ClickstreamEvent,
  {
    receivedAt,
    sentAt,
    userAgent = DESKTOP_AGENT,
  }: { receivedAt?: string; sentAt?: string; userAgent?: string | null } = {},
): object {
  return {
    ...event,
    _ingest: {
      receivedAt: receivedAt ?? event.eventTimestamp ?? new Date().toISOString(),
      requestId: 'request-1',
      sourceIp: '203.0.113.0',
      userAgent,
      ...(sentAt === undefined ? {} : { sentAt }),
    },
  };
}
