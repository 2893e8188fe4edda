import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { deliverOutbox } from '@clickstream/shop-models/outbox';
import { databaseOpener, type ShopDatabase } from '../shop-database';
import { aWebDatabase } from '../testing/a-web-database';
import { deliverEvents, isDeliveryRequest } from './deliver-events';
import { logOutboxHealth } from './outbox-health';
import { answerCourier, isOutboxRequest, outboxBehind } from './outbox-requests';

const NOBODY = { shopFunction: '', outboxWaitSeconds: 0 };

let database: ShopDatabase;
let ingest: Server;
let endpoint: string;
let received: unknown[];

beforeAll(async () => {
  database = await databaseOpener({ databaseUrl: await aWebDatabase(), parameters: '' })();
  ingest = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += String(part);
    received.push(...(JSON.parse(body) as { events: unknown[] }).events);
    response.writeHead(202).end('{"accepted":1,"rejected":[]}');
  });
  await new Promise<void>((ready) => ingest.listen(0, '127.0.0.1', ready));
  endpoint = `http://127.0.0.1:${(ingest.address() as AddressInfo).port}/clickstream`;
});
afterAll(async () => {
  ingest.close();
  await database.destroy();
});

const EVENT = { eventName: 'checkout_complete', order: { orderId: 'SBW-1', revenue: 1 } };

beforeEach(async () => {
  received = [];
  await database.query('DELETE FROM outbox_events');
  await database.query(`INSERT INTO outbox_events (event_id, event) VALUES (gen_random_uuid(), $1)`, [
    JSON.stringify(EVENT),
  ]);
});

/** The function that has the database, without AWS: JSON in, JSON out. */
async function asFunction(sent: object): Promise<unknown> {
  const request: unknown = JSON.parse(JSON.stringify(sent));
  if (!isOutboxRequest(request)) throw new Error('The request is not recognised.');
  return JSON.parse(JSON.stringify(await answerCourier(database, 0, request)));
}

it.each([
  ['from its database', () => deliverEvents(async () => database, { ...NOBODY, endpoint })],
  ['through the function that has it', () => deliverOutbox(outboxBehind(asFunction), endpoint)],
])('delivers what is due %s, once', async (_way, deliver) => {
  await expect(deliver()).resolves.toEqual({ delivered: 1, refused: 0, failed: 0 });
  await expect(deliver()).resolves.toEqual({ delivered: 0, refused: 0, failed: 0 });
  expect(received).toEqual([EVENT]);
});

it('says what is missing where no ingest is configured', async () => {
  const delivery = deliverEvents(async () => database, { ...NOBODY, endpoint: '' });
  await expect(delivery).rejects.toThrow('CLICKSTREAM_ENDPOINT is not set');
});

it('tells the age of the oldest event only when it is late', async () => {
  const written = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  await logOutboxHealth(database, 'Clickstream', new Date(5));
  expect(written).not.toHaveBeenCalled();
  await database.query("UPDATE outbox_events SET written_at = now() - interval '30 hours', refused = 'no'");
  await logOutboxHealth(database, 'Clickstream', new Date(5));
  const line = JSON.parse(String(written.mock.calls[0]?.[0])) as object;
  written.mockRestore();
  expect(line).toMatchObject({ OutboxOldestHours: 30 });
});

it('leaves the operations of shoppers to the shop', () => {
  for (const request of [null, {}, { operation: 'getCart', input: {} }, { operation: 'closeBooks' }])
    expect([isOutboxRequest(request), isDeliveryRequest(request)]).toEqual([false, false]);
});
