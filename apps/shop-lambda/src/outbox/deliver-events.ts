import { databaseOutbox, deliverOutbox, type Delivered, type Outbox } from '@clickstream/shop-models/outbox';
import type { Config } from '../config';
import type { ShopDatabase } from '../shop-database';
import { outboxBehind, type OutboxRequest } from './outbox-requests';

/** A request to deliver what is due. It is repeated without harm. */
export interface DeliveryRequest {
  readonly operation: 'deliverEvents';
}

export function isDeliveryRequest(request: unknown): request is DeliveryRequest {
  return (
    typeof request === 'object' &&
    request !== null &&
    'operation' in request &&
    request.operation === 'deliverEvents'
  );
}

type Settings = Pick<Config, 'endpoint' | 'shopFunction' | 'outboxWaitSeconds'>;

/**
 * Delivers the shop's own events to ingest: of the database, or through the function that has it.
 *
 * @throws Error when no ingest is configured, or the outbox does not answer
 */
export async function deliverEvents(
  openDatabase: () => Promise<ShopDatabase>,
  { endpoint, shopFunction, outboxWaitSeconds }: Settings,
): Promise<Delivered> {
  if (!endpoint)
    throw new Error('CLICKSTREAM_ENDPOINT is not set: the events of the shop have no address. Set it.');
  const outbox: Outbox = shopFunction
    ? outboxBehind(await invoker(shopFunction))
    : databaseOutbox(await openDatabase(), outboxWaitSeconds);
  return deliverOutbox(outbox, endpoint);
}

/** The client is only loaded by the courier: the requests of shoppers begin without it. */
async function invoker(functionName: string): Promise<(request: OutboxRequest) => Promise<unknown>> {
  const { InvokeCommand, LambdaClient } = await import('@aws-sdk/client-lambda');
  const client = new LambdaClient({ maxAttempts: 3 });
  return async (request) => {
    const answer = await client.send(
      new InvokeCommand({ FunctionName: functionName, Payload: Buffer.from(JSON.stringify(request)) }),
    );
    const text = Buffer.from(answer.Payload ?? []).toString('utf8');
    if (answer.FunctionError) throw new Error(`${functionName} failed: ${text.slice(0, 300)}`);
    return JSON.parse(text) as unknown;
  };
}
