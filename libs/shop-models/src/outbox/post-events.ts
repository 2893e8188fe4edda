import type { IngestAnswer } from '@clickstream/event-schema';
import type { DeliveryResult, WaitingEvent } from './outbox';

/** The end of one request: ingest has judged its events, or they have to be sent again. */
export type PostResult = ({ readonly kind: 'judged' } & DeliveryResult) | { readonly kind: 'failed' };

const TIMEOUT_MILLISECONDS = 10_000;
/** Statuses with which ingest refuses a body for good; any other may be different next time. */
const REFUSALS = [400, 413];

/**
 * Posts events of one browser to ingest, under its name. A request that is refused as a whole is
 * sent again event by event, so that only the faulty one is refused.
 */
export async function postEvents(endpoint: string, events: readonly WaitingEvent[]): Promise<PostResult> {
  const response = await post(endpoint, events);
  if (!response) return { kind: 'failed' };
  const { status, text } = response;
  if (status === 202) return judged(events, text);
  if (!REFUSALS.includes(status)) return { kind: 'failed' };
  const [first] = events;
  if (events.length === 1 && first) {
    const reason = `${status} ${text}`.slice(0, 500);
    return { kind: 'judged', delivered: [], refused: [{ eventId: first.eventId, reason }] };
  }
  return oneByOne(endpoint, events);
}

async function oneByOne(endpoint: string, events: readonly WaitingEvent[]): Promise<PostResult> {
  const delivered: string[] = [];
  const refused: DeliveryResult['refused'][number][] = [];
  for (const event of events) {
    const result = await postEvents(endpoint, [event]);
    if (result.kind === 'failed') continue;
    delivered.push(...result.delivered);
    refused.push(...result.refused);
  }
  return { kind: 'judged', delivered, refused };
}

/** Null without a whole answer. */
async function post(
  endpoint: string,
  events: readonly WaitingEvent[],
): Promise<{ readonly status: number; readonly text: string } | null> {
  const sentAt = new Date().toISOString();
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      body: JSON.stringify({ sentAt, events: events.map(({ event }) => event) }),
      // Plain text as from the tracker; no name rather than that of this program.
      headers: { 'content-type': 'text/plain', 'user-agent': asHeader(events[0]?.userAgent ?? '') },
      signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
    });
    return { status: response.status, text: await response.text() };
  } catch {
    return null;
  }
}

/** Without characters that no header can carry, with which no request would ever leave. */
const asHeader = (text: string) => text.replaceAll(/[^\x20-\x7e]/g, '').trim();

function judged(events: readonly WaitingEvent[], text: string): PostResult {
  const rejected = rejectedIn(text);
  if (!rejected) return { kind: 'failed' };
  const reasons = new Map(rejected.map(({ index, reason }) => [index, reason]));
  return {
    kind: 'judged',
    delivered: events.filter((_, index) => !reasons.has(index)).map(({ eventId }) => eventId),
    refused: events.flatMap(({ eventId }, index) => {
      const reason = reasons.get(index);
      return reason === undefined ? [] : [{ eventId, reason }];
    }),
  };
}

/** The events that ingest refuses; null where somebody else has answered, such as a proxy. */
function rejectedIn(text: string): IngestAnswer['rejected'] | null {
  try {
    const answer = JSON.parse(text) as Partial<IngestAnswer> | null;
    return Array.isArray(answer?.rejected) ? answer.rejected : null;
  } catch {
    return null;
  }
}
