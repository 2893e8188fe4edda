import { expirePayments } from '@clickstream/shop-models';
import {
  databaseOutbox,
  type DeliveryResult,
  type Outbox,
  type WaitingEvent,
} from '@clickstream/shop-models/outbox';
import type { ShopDatabase } from '../shop-database';

/** A request of the courier to the function that has the database. */
export type OutboxRequest =
  | { readonly operation: 'takeEvents' }
  | { readonly operation: 'settleEvents'; readonly result: DeliveryResult };

export function isOutboxRequest(request: unknown): request is OutboxRequest {
  if (typeof request !== 'object' || request === null || !('operation' in request)) return false;
  return request.operation === 'takeEvents' || request.operation === 'settleEvents';
}

/** Answers with the events that are due, or with null once their end is noted. */
export async function answerCourier(
  database: ShopDatabase,
  waitSeconds: number,
  request: OutboxRequest,
): Promise<WaitingEvent[] | null> {
  const outbox = databaseOutbox(database, waitSeconds);
  if (request.operation === 'takeEvents') {
    // It comes every five minutes: as good a clock as any for orders that nobody has paid.
    await expirePayments(database);
    return outbox.take();
  }
  await outbox.settle(request.result);
  return null;
}

/**
 * The outbox behind the function that has the database, for the courier, which the private network
 * does not hold.
 *
 * @param invoke sends a request to that function and returns its answer
 */
export function outboxBehind(invoke: (request: OutboxRequest) => Promise<unknown>): Outbox {
  return {
    take: async () => (await invoke({ operation: 'takeEvents' })) as WaitingEvent[],
    settle: async (result) => void (await invoke({ operation: 'settleEvents', result })),
  };
}
