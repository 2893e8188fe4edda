import type { Rejection } from '@clickstream/event-schema';
import type { ClickstreamApi } from './clickstream-api';
import { requestsOf } from './requests';
import type { SimulatedSession } from '../visits/visit';

/** Result of sending. */
export interface SendingResult {
  sessions: number;
  accepted: number;
  readonly rejected: Rejection[];
}

/**
 * Sends sessions, a few at a time, those of one session in their order.
 *
 * @param onSent called after each session
 * @throws {DeliveryError} as soon as one request cannot be delivered
 */
export async function sendSessions(
  sessions: Iterable<SimulatedSession>,
  api: ClickstreamApi,
  concurrency: number,
  onSent: (session: SimulatedSession) => void,
): Promise<SendingResult> {
  const result: SendingResult = { sessions: 0, accepted: 0, rejected: [] };
  const left = sessions[Symbol.iterator]();

  async function sendInTurn(): Promise<void> {
    for (let next = left.next(); !next.done; next = left.next()) {
      for (const request of requestsOf(next.value)) {
        const { accepted, rejected } = await api.post(request);
        result.accepted += accepted;
        result.rejected.push(...rejected);
      }
      result.sessions += 1;
      onSent(next.value);
    }
  }

  await Promise.all(Array.from({ length: concurrency }, sendInTurn));
  return result;
}
