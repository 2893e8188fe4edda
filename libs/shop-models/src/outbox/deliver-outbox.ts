import type { DeliveryResult, Outbox, WaitingEvent } from './outbox';
import { postEvents, type PostResult } from './post-events';

/** A count of what one delivery did. */
export interface Delivered {
  readonly delivered: number;
  readonly refused: number;
  /** Left for later, since ingest did not take them now. */
  readonly failed: number;
}

/** So many requests without an answer in a row mean that ingest is down. */
const FAILURES_THAT_END = 3;

/**
 * Delivers what is due. Each browser has a request of its own, since ingest notes one for a
 * request; one that fails does not keep the others. It may be called at any time, also twice at
 * once.
 *
 * @param endpoint URL of ingest
 */
export async function deliverOutbox(outbox: Outbox, endpoint: string): Promise<Delivered> {
  const total = { delivered: 0, refused: 0, failed: 0 };
  for (let taken = await outbox.take(); taken.length > 0; taken = await outbox.take()) {
    const { isDown, failed, ...result } = await sendAll(byBrowser(taken), endpoint);
    await outbox.settle(result);
    total.delivered += result.delivered.length;
    total.refused += result.refused.length;
    total.failed += failed;
    if (isDown) break;
  }
  return total;
}

interface Sent extends DeliveryResult {
  readonly isDown: boolean;
  readonly failed: number;
}

async function sendAll(requests: readonly WaitingEvent[][], endpoint: string): Promise<Sent> {
  const delivered: string[] = [];
  const refused: DeliveryResult['refused'][number][] = [];
  let failed = 0;
  let inARow = 0;
  for (const events of requests) {
    const result = inARow < FAILURES_THAT_END ? await postEvents(endpoint, events) : NOT_SENT;
    if (result.kind === 'failed') failed += events.length;
    else {
      delivered.push(...result.delivered);
      refused.push(...result.refused);
    }
    inARow = result.kind === 'failed' ? inARow + 1 : 0;
  }
  return { delivered, refused, failed, isDown: inARow >= FAILURES_THAT_END };
}

const NOT_SENT: PostResult = { kind: 'failed' };

/** Groups of one browser each, in the order of their first events. */
function byBrowser(events: readonly WaitingEvent[]): WaitingEvent[][] {
  const groups = new Map<string | null, WaitingEvent[]>();
  for (const event of events) groups.set(event.userAgent, [...(groups.get(event.userAgent) ?? []), event]);
  return [...groups.values()];
}
