import { LIMITS, type RequestEnvelope } from '@clickstream/event-schema';
import type { SimulatedSession } from '../visits/visit';

/** Room for the rest of the body around the events, in bytes. */
const ENVELOPE_BYTES = 100;

/** A POST of one shopper's events. */
export interface SimulatedRequest {
  readonly userAgent: string;
  /** The body without its time of sending, which is not known yet. */
  readonly events: RequestEnvelope['events'];
}

/** A session as the fewest requests that the limits of the contract allow. */
export function requestsOf({ userAgent, events }: SimulatedSession): SimulatedRequest[] {
  const requests: SimulatedRequest[] = [];
  let batch: SimulatedSession['events'][number][] = [];
  let bytes = ENVELOPE_BYTES;
  for (const event of events) {
    const size = Buffer.byteLength(JSON.stringify(event)) + 1;
    if (batch.length === LIMITS.maxEvents || bytes + size > LIMITS.maxBodyBytes) {
      requests.push({ userAgent, events: batch });
      batch = [];
      bytes = ENVELOPE_BYTES;
    }
    batch.push(event);
    bytes += size;
  }
  return [...requests, { userAgent, events: batch }];
}
