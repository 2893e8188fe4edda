import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { eventIdOf } from '@clickstream/event-schema/event-id-of';
import { validateEvent } from '@clickstream/event-schema/validate';
import { aDelivery, aShop, type TestShop } from '../testing/a-shop';
import { deliverOutbox } from './deliver-outbox';
import { databaseOutbox, oldestInOutbox, type WaitingEvent } from './outbox';
import { toTrackedOrder } from '../contract/tracked-order';

type Origin = NonNullable<Parameters<TestShop['shop']['placeOrder']>[0]['origin']>;

/** A request as ingest gets it. */
interface Received {
  readonly userAgent: string | undefined;
  readonly events: readonly { readonly eventId: string }[];
}

let test: TestShop;
let ingest: Server;
let endpoint: string;
let received: Received[];
/** The event that ingest refuses, where a test has one. */
let poison: string | undefined;
const isPoison = ({ eventId }: Received['events'][number]) => eventId === poison;
/** The answer to the next requests: ingest takes each event unless a test says otherwise. */
let answer: (request: Received) => {
  status: number;
  rejected?: { index: number; reason: string }[];
  text?: string;
};

beforeAll(async () => {
  test = await aShop();
  ingest = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += String(part);
    const { events } = JSON.parse(body) as Pick<Received, 'events'>;
    const one = { userAgent: request.headers['user-agent'], events };
    const { status, rejected = [], text } = answer(one);
    if (status === 202) received.push(one);
    const accepted = events.length - rejected.length;
    response.writeHead(status).end(text ?? JSON.stringify({ accepted, rejected }));
  });
  await new Promise<void>((ready) => ingest.listen(0, '127.0.0.1', ready));
  endpoint = `http://127.0.0.1:${(ingest.address() as AddressInfo).port}/clickstream`;
});
afterAll(async () => {
  ingest.close();
  await test.close();
});
beforeEach(async () => {
  await test.dataSource.query('DELETE FROM outbox_events');
  received = [];
  answer = () => ({ status: 202 });
});

async function asAdmin(sql: string): Promise<void> {
  const admin = new pg.Client({ connectionString: test.urls.shop_admin });
  await admin.connect();
  await admin.query(sql);
  await admin.end();
}

const FIREFOX = { byBrowser: true, userAgent: 'Firefox', consent: 'granted', isStaff: null } as const;
const VISITOR = {
  clientId: 'client-1',
  sessionId: 'session-1',
  pageUrl: 'https://shop.vn/checkout?step=review',
};
const PLACE = { listName: 'home:offers', position: 2 };

/** Buys a laptop. */
async function anOrder(origin: Origin | null = FIREFOX, customerId: string | null = null) {
  const { shop } = test;
  const { cart, cartKey } = await shop.addToCart({
    cartKey: null,
    customerId,
    productId: 'LT-1301',
    quantity: 1,
  });
  await shop.saveCheckout({ cartKey, delivery: aDelivery, payment: 'bank_transfer' });
  const placing = {
    cartKey,
    customerId,
    expectedTotal: cart.subtotal,
    ...(origin && { origin }),
    visitor: { ...VISITOR, places: [{ productId: 'LT-1301', ...PLACE }] },
  };
  const { order } = await shop.placeOrder(placing);
  return { order, again: () => shop.placeOrder(placing) };
}

const rows = () =>
  test.dataSource.query<
    { event_id: string; event: WaitingEvent['event']; attempts: number; refused: string }[]
  >('SELECT event_id, event, attempts, refused FROM outbox_events ORDER BY event_id');
const outbox = (waitSeconds = 0) => databaseOutbox(test.dataSource, waitSeconds);
const deliver = () => deliverOutbox(outbox(), endpoint);
const makeDue = () => test.dataSource.query('UPDATE outbox_events SET next_at = now()');
const idOf = ({ orderId, placedAt }: { orderId: string; placedAt: string }) =>
  eventIdOf(`checkout_complete:${orderId}`, placedAt);

describe('an order', () => {
  it("leaves the browser's own event in the outbox, once, with its ids and lists where consent is given", async () => {
    const { order, again } = await anOrder();
    await again();
    const [row, ...others] = await rows();
    expect(others).toEqual([]);
    const tracked = toTrackedOrder(order);
    expect(row?.event).toEqual({
      eventName: 'checkout_complete',
      eventId: idOf(order),
      eventTimestamp: order.placedAt,
      schemaVersion: 1,
      ...VISITOR,
      userId: null,
      userLoginState: 'guest',
      identitySource: 'guest_checkout',
      order: { ...tracked, items: tracked.items?.map((item) => ({ ...item, ...PLACE })) },
      cart: { cartId: order.cartAnalyticsId },
      properties: { _told_by: 'server' },
    });
    expect(validateEvent(row?.event)).toMatchObject({ ok: true });
  });

  it('names no browser, customer or cart without consent to be recognised', async () => {
    await test.shop.welcomeCustomer({
      customer: { customerId: 'sub-lan', email: 'lan@example.com', name: 'Lan' },
      cartKey: null,
    });
    await anOrder({ ...FIREFOX, consent: 'cookieless' }, 'sub-lan');
    const [row] = await rows();
    expect(row?.event).toMatchObject({ userId: null, pageUrl: 'https://shop.vn/checkout' });
    expect(JSON.stringify(row?.event)).not.toMatch(/client-1|session-1|sub-lan|cartId|home:offers/);
  });

  it.each([
    ['denied', 0, { ...FIREFOX, consent: 'denied' }],
    ['not known', 0, { ...FIREFOX, consent: null }],
    ['not told by the caller', 0, null],
    ['nobody’s, since no browser took part', 1, { ...FIREFOX, consent: null, byBrowser: false }],
  ] as const)('whose consent is %s leaves %i events', async (_consent, count, origin) => {
    await anOrder(origin);
    expect(await rows()).toHaveLength(count);
  });

  it('that is not written leaves no event either', async () => {
    await asAdmin('CREATE RULE no_items AS ON INSERT TO order_items DO INSTEAD SELECT 1 / 0');
    await expect(anOrder()).rejects.toThrow('division by zero');
    await asAdmin('DROP RULE no_items ON order_items');
    expect(await rows()).toEqual([]);
  });
});

describe('the delivery', () => {
  it('gives each browser a request under its name, and nobody’s one without a name; then the rows are gone', async () => {
    await anOrder();
    await anOrder({ ...FIREFOX, userAgent: 'Safari' });
    await anOrder();
    await anOrder({ byBrowser: false, userAgent: null, consent: null, isStaff: null });
    await expect(deliver()).resolves.toEqual({ delivered: 4, refused: 0, failed: 0 });
    expect(received.map(({ userAgent, events }) => [userAgent, events.length])).toEqual([
      ['Firefox', 2],
      ['Safari', 1],
      ['', 1],
    ]);
    expect(await rows()).toEqual([]);
  });

  it('waits for the browser, which has more to tell', async () => {
    await anOrder();
    await expect(deliverOutbox(outbox(600), endpoint)).resolves.toMatchObject({ delivered: 0 });
    expect(await rows()).toHaveLength(1);
  });

  it('loses nothing while ingest is down, and asks it a few times only', async () => {
    const orders = [];
    for (const name of ['A', 'B', 'C', 'D', 'E']) orders.push(await anOrder({ ...FIREFOX, userAgent: name }));
    const asked: unknown[] = [];
    answer = (request) => (asked.push(request), { status: 503 });
    await expect(deliver()).resolves.toEqual({ delivered: 0, refused: 0, failed: 5 });
    expect(asked).toHaveLength(3);
    await expect(deliver()).resolves.toEqual({ delivered: 0, refused: 0, failed: 0 });
    answer = () => ({ status: 202 });
    await makeDue();
    await expect(deliver()).resolves.toMatchObject({ delivered: 5 });
    const ids = received.flatMap(({ events }) => events.map(({ eventId }) => eventId));
    expect(new Set(ids)).toEqual(new Set(orders.map(({ order }) => idOf(order))));
  });

  it.each(['<html>Sign in to this network</html>', 'null', '{}', ''])(
    'keeps an event that somebody else has taken, with the answer %p',
    async (text) => {
      await anOrder();
      answer = () => ({ status: 202, text });
      await expect(deliver()).resolves.toEqual({ delivered: 0, refused: 0, failed: 1 });
      expect(await rows()).toMatchObject([{ refused: null }]);
    },
  );

  it.each([
    ['in its answer', () => ({ status: 202, rejected: [{ index: 1, reason: 'no' }] })],
    ['with 400', ({ events }: Received) => ({ status: events.some(isPoison) ? 400 : 202 })],
  ])(
    'sets aside the one event that ingest refuses %s, with the reason, and no other',
    async (_how, refusing) => {
      const orders = [await anOrder(), await anOrder(), await anOrder()]
        .map(({ order }) => idOf(order))
        .sort();
      poison = orders[1];
      answer = refusing;
      await expect(deliver()).resolves.toEqual({ delivered: 2, refused: 1, failed: 0 });
      await makeDue();
      await expect(deliver()).resolves.toEqual({ delivered: 0, refused: 0, failed: 0 });
      expect(await rows()).toMatchObject([{ event_id: poison, refused: expect.stringMatching(/no|400/) }]);
      expect(await oldestInOutbox(test.dataSource)).toBeGreaterThan(0);
    },
  );

  it('is not kept back by an event on which ingest fails each time', async () => {
    const bad = await anOrder({ ...FIREFOX, userAgent: 'Bad' });
    await anOrder();
    answer = ({ userAgent }) => ({ status: userAgent === 'Bad' ? 500 : 202 });
    await expect(deliver()).resolves.toEqual({ delivered: 1, refused: 0, failed: 1 });
    expect(await rows()).toMatchObject([{ event_id: idOf(bad.order), attempts: 1, refused: null }]);
  });

  it('by two at once sends each event once', async () => {
    await anOrder();
    await addCopies(44);
    const both = await Promise.all([deliver(), deliver(), deliver()]);
    expect(both.reduce((sum, { delivered }) => sum + delivered, 0)).toBe(45);
    const ids = received.flatMap(({ events }) => events.map(({ eventId }) => eventId));
    expect([ids.length, new Set(ids).size]).toEqual([45, 45]);
  });
});

/** More events of the same content. */
const addCopies = (count: number) =>
  test.dataSource.query(
    `INSERT INTO outbox_events (event_id, event, user_agent)
     SELECT id, event || jsonb_build_object('eventId', id), user_agent
     FROM outbox_events, generate_series(1, $1) AS n, LATERAL (SELECT gen_random_uuid() AS id, n) AS new`,
    [count],
  );
