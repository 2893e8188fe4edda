import { eventIdOf } from '@clickstream/event-schema/event-id-of';
import { openChromium, WITHOUT_MOTION } from '@clickstream/local-servers/chromium';
import type { Browser } from 'playwright-core';
import { JOURNEY } from './senders/journey';
import { aCloud, type CloudUnderTest } from './testing/a-cloud';
import { eventually } from './testing/eventually';
import { openFailingApi, type FailingApi } from './testing/failing-api';
import { openTellingShop, toldByBrowser, type TellingShop } from './testing/telling-shop';
import { openSenderFront, type SenderFront } from './testing/sender-front';

/** Each way to report the same visit: the library of the page, and its settings. */
const WAYS = {
  own: { sender: 'own' },
  ga4: { sender: 'ga4' },
  'ga4-protocol': { sender: 'ga4', protocol: 'yes' },
  segment: { sender: 'segment' },
  'segment-batches': { sender: 'segment', batching: 'yes' },
  'segment-visits': { sender: 'segment', visits: 'yes' },
  snowplow: { sender: 'snowplow' },
  'snowplow-get': { sender: 'snowplow', method: 'get' },
  'snowplow-plain': { sender: 'snowplow', base64: 'no' },
  // Early requests fail, so that these libraries have to send again what they reported.
  'segment-failing': { sender: 'segment' },
  'snowplow-failing': { sender: 'snowplow' },
};
type Way = keyof typeof WAYS;

let cloud: CloudUnderTest;
let browser: Browser;
let front: SenderFront;
let failing: FailingApi;
const problems: string[] = [];

beforeAll(async () => {
  browser = await openChromium();
  cloud = await aCloud({ storefront: 'none', dashboards: false });
  front = await openSenderFront(cloud.shopUrl, cloud.apiUrl);
  failing = await openFailingApi(cloud.apiUrl, (post) => [2, 3, 5, 6].includes(post));
  await Promise.all(Object.keys(WAYS).map((way) => visit(way as Way)));
});

afterAll(async () => {
  await browser?.close();
  await front?.close();
  await failing?.close();
  await cloud?.stop();
});

/** One visit of a new browser, page by page. */
async function visit(way: Way): Promise<void> {
  const page = await (await browser.newContext(WITHOUT_MOTION)).newPage();
  page.on('console', (message) => {
    // A deliberate refusal of the API is an error on the console, too.
    if (message.type() === 'error' && !way.endsWith('-failing')) problems.push(`${way}: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`${way}: ${error.message}`));
  const endpoint = way.endsWith('-failing') ? failing.url : cloud.apiUrl;
  for (const path of Object.keys(JOURNEY)) {
    const query = new URLSearchParams({ visit: way, endpoint, ...WAYS[way] });
    if (path === '/') query.set('utm_source', 'newsletter');
    await page.goto(`${cloud.shopUrl}${path}?${query.toString()}`);
    await page.waitForFunction(() => document.title === 'reported');
  }
  await page.context().close();
}

interface VisitFacts {
  readonly order: object;
  readonly sessions: readonly object[];
  readonly carts: readonly object[];
  readonly products: readonly object[];
}

/**
 * The warehouse's rows of a session, once its order and refund are there, without ids and times.
 */
async function factsOf(way: Way): Promise<VisitFacts> {
  const orderId = `order-${way}`;
  const [order] = await eventually(
    () =>
      cloud.sql<{ client_id: string; refunds: number }>(
        `SELECT placed_at IS NOT NULL AS placed, client_id, currency, gross::float8, tax::float8, shipping::float8,
                pieces::int, completions, refunds, refunded::float8
         FROM dash.orders WHERE order_id = $1 AND refunds > 0`,
        [orderId],
      ),
    (rows) => rows.length > 0,
  );
  const { client_id: clientId, ...facts } = order ?? { client_id: '', refunds: 0 };
  const sessions = await eventually(
    () =>
      cloud.sql<{ page_views: number }>(
        `SELECT events, page_views, orders, viewed_at IS NOT NULL AS viewed,
                carted_at >= viewed_at AS carted, checkout_at >= carted_at AS checked_out,
                ordered_at >= checkout_at AS ordered, utm_source, channel, device, login_state, is_bot,
                entry_path, exit_path
         FROM dash.sessions WHERE client_id = $1`,
        [clientId],
      ),
    (rows) => rows.reduce((sum, row) => sum + row.page_views, 0) >= Object.keys(JOURNEY).length,
  );
  const carts = await cloud.sql<object>(
    `SELECT value::float8, currency, pieces, events, sessions, checkout_at IS NOT NULL AS checked_out,
            bought_at IS NOT NULL AS bought, cart_id = $2 AS named
     FROM carts WHERE client_id = $1`,
    [clientId, `cart-${way}`],
  );
  const products = await cloud.sql<object>(
    `SELECT event_name, context_product_id, context_product_name, context_product_brand,
            context_product_price::float8, CASE WHEN order_id IS NOT NULL THEN items END AS lines
     FROM public.clickstream_events WHERE client_id = $1 AND event_name <> 'page_view' ORDER BY event_name, context_product_id`,
    [clientId],
  );
  return { order: facts, sessions, carts, products };
}

it('is reported correctly by our own tracker', async () => {
  expect(await factsOf('own')).toMatchObject({
    order: { gross: 104_488, tax: 8319, shipping: 500, pieces: 3, currency: 'USD', refunded: 1999 },
    sessions: [{ page_views: 6, orders: 1, carted: true, checked_out: true, ordered: true }],
    carts: [{ value: 103_988, pieces: 3, bought: true, named: true }],
  });
});

it.each(Object.keys(WAYS).filter((way) => way !== 'own') as Way[])(
  'leads to the same sessions, carts, orders and revenue when %s reports it',
  async (way) => {
    const { sessions, ...facts } = await factsOf('own');
    // A shop's server does not report who has signed in.
    const state = way === 'ga4-protocol' ? { login_state: 'unknown' } : {};
    expect(await factsOf(way)).toEqual({
      ...facts,
      sessions: sessions.map((session) => ({ ...session, ...state })),
    });
  },
);

it('had to be sent again after failed requests', () => {
  expect(failing.failures()).toBe(4);
});

it('has the visits that the page names, if it names them', async () => {
  const visitOf = async (way: Way) =>
    cloud.sql<{ session_id: string }>('SELECT session_id FROM orders WHERE order_id = $1', [`order-${way}`]);
  expect(await visitOf('segment-visits')).toEqual([{ session_id: expect.stringMatching(/^[0-9a-f-]{36}$/) }]);
  expect(await visitOf('segment')).toEqual([
    { session_id: expect.stringMatching(/^[0-9a-f-]{36}\.\d{4}-\d\d-\d\d$/) },
  ]);
});

it('causes no errors on any page', () => {
  expect(problems).toEqual([]);
});

it('loses and rejects nothing', async () => {
  expect(await cloud.sql(`SELECT count(*)::int AS quarantined FROM etl_quarantine`)).toEqual([
    { quarantined: 0 },
  ]);
});

describe('the shop, which tells its orders itself', () => {
  let shop: TellingShop;
  beforeAll(async () => {
    shop = await openTellingShop(cloud.shopDatabaseUrl);
  });
  afterAll(() => shop?.close());

  it.each(['shop', 'browser'] as const)(
    'loses none while ingest is stopped, and counts one that the %s has told first once',
    async (first) => {
      const visitor = { clientId: `told-by-${first}`, sessionId: `visit-of-${first}` };
      const order = await shop.placeOrder(visitor);
      const stopped = await openFailingApi(cloud.apiUrl, () => false);
      await stopped.close();
      await expect(shop.deliver(stopped.url)).resolves.toMatchObject({ delivered: 0, failed: 1 });

      const eventId = eventIdOf(`checkout_complete:${order.orderId}`, order.placedAt);
      const send = (event: object) =>
        fetch(`${cloud.apiUrl}/clickstream`, { method: 'POST', body: JSON.stringify(event) });
      const ofBrowser = toldByBrowser(order, eventId, visitor);
      if (first === 'browser') await send(ofBrowser);
      await expect(shop.deliver(cloud.apiUrl)).resolves.toMatchObject({ delivered: 1, failed: 0 });
      if (first === 'shop') await send(ofBrowser);
      const after = `told_after_${first}`;
      await send({ eventName: after });

      const rows = await eventually(
        () =>
          cloud.sql<{
            completions: number;
            session_id: string;
            lines: number;
            waiting: number;
            server: boolean;
          }>(
            `SELECT completions, o.session_id, (SELECT count(*)::int FROM public.clickstream_events WHERE event_id = $1) AS lines,
               (SELECT count(*)::int FROM public.etl_quarantine WHERE raw LIKE '%' || $2 || '%') AS waiting,
               EXISTS (SELECT FROM public.clickstream_events WHERE event_id = $1 AND properties ? '_told_by') AS server
             FROM public.orders AS o WHERE order_id = $2
               AND EXISTS (SELECT FROM public.clickstream_events WHERE event_name = $3)`,
            [eventId, order.orderId, after],
          ),
        (found) => found.length > 0,
      );
      const server = first === 'shop';
      const session_id = visitor.sessionId;
      expect(rows).toEqual([{ completions: 1, session_id, lines: 1, waiting: 0, server }]);
    },
  );
});
