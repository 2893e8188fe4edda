import { createShopDataSource, placePastOrder } from '@clickstream/shop-models';
import {
  clickstreamApi,
  ordersOf,
  sendSessions,
  simulate,
  truthOf,
  type SimulatedEvent,
  type SimulatedSession,
  type Truth,
} from '@clickstream/shopper-simulator';
import { openChromium, WITHOUT_MOTION } from '@clickstream/local-servers/chromium';
import type { Browser, Page } from 'playwright-core';
import { aCloud, type CloudUnderTest } from './testing/a-cloud';
import { readTab, type Filters } from './testing/dashboard';
import { eventually } from './testing/eventually';
import { countEvents, countProducts, countSessions } from './testing/hand-written-sql';

const SIMULATION = { seed: 41, days: 10, sessionsPerDay: 60, until: new Date('2026-11-20T15:00:00Z') };

/** The simulated time touches eleven of the shop's days. */
const PEOPLE = { from: '2026-11-10', to: '2026-11-20' };
const EVERYTHING: Filters = { ...PEOPLE, traffic: 'all' };

const SELECTIONS: readonly (readonly [string, Filters])[] = [
  ['everything', EVERYTHING],
  ['five days', { from: '2026-11-14', to: '2026-11-18' }],
  ['shoppers who are signed in', { ...EVERYTHING, login: 'logged_in' }],
  ['anonymous people', { ...PEOPLE, login: 'anonymous' }],
  ['guests on two days', { from: '2026-11-15', to: '2026-11-16', login: 'guest' }],
];

let cloud: CloudUnderTest;
let browser: Browser;
let page: Page;
let truth: Truth;
let sessions: readonly SimulatedSession[];
/** Every event of the simulation, including those of bots. */
let events: readonly SimulatedEvent[];

beforeAll(async () => {
  browser = await openChromium();
  cloud = await aCloud();
  page = await browser.newPage(WITHOUT_MOTION);
  sessions = [...simulate({ ...SIMULATION, shopUrl: cloud.shopUrl })];
  truth = truthOf(sessions, SIMULATION);
  events = sessions.flatMap((session) => session.events);
  await sendSessions(sessions, clickstreamApi(cloud.apiUrl), 4, () => undefined);
  await eventually(
    async () => (await cloud.sql<{ n: number }>('SELECT count(*)::int AS n FROM clickstream_events'))[0]?.n,
    (loaded) => loaded === truth.totals.events,
  );
});

afterAll(async () => {
  await browser?.close();
  await cloud?.stop();
});

describe('the books of the shop', () => {
  it('agree with analytics, order by order, when the shoppers have bought in the shop as well', async () => {
    const shop = await createShopDataSource(cloud.shopDatabaseUrl).initialize();
    await shop.transaction(async (manager) => {
      for (const order of sessions.flatMap(ordersOf)) await placePastOrder(manager, order);
    });
    await shop.destroy();
    await eventually(
      async () => (await cloud.sql<{ n: number }>('SELECT count(*)::int AS n FROM dash.book_entries'))[0]?.n,
      (booked) => booked === truth.totals.orders,
    );
    const classes = await cloud.sql(
      'SELECT class, count(*)::int AS orders FROM dash.books_reconciled GROUP BY class',
    );
    expect(classes).toEqual([{ class: 'matched', orders: truth.totals.orders }]);
    const left = await cloud.sql('SELECT sum(abs(unexplained))::int AS unexplained FROM dash.books_daily');
    expect(left).toEqual([{ unexplained: 0 }]);
  });
});

describe('the dashboards and what really happened', () => {
  it('agree on page views, sessions, orders and revenue', async () => {
    const { pageViews, sessions, orders, revenue } = truth.totals;
    expect(await readTab(page, cloud.dashboardUrl, 'overview', EVERYTHING)).toMatchObject({
      page_views: pageViews,
      sessions,
      orders,
      revenue,
    });
  });

  it('agree on people, whom the dashboards show unless all traffic is asked for', async () => {
    const { totals, bots } = truth;
    expect(bots.pageViews).toBeGreaterThan(0);
    expect(await readTab(page, cloud.dashboardUrl, 'overview', PEOPLE)).toMatchObject({
      page_views: totals.pageViews - bots.pageViews,
      sessions: totals.sessions - bots.sessions,
      visitors: totals.visitors - bots.visitors,
      orders: totals.orders - bots.orders,
    });
  });

  it('agree on every step of the funnel', async () => {
    const { productView, addToCart, checkout, order } = truth.totals.funnel;
    expect(order).toBeGreaterThan(0);
    expect(await readTab(page, cloud.dashboardUrl, 'funnel', EVERYTHING)).toMatchObject({
      'product_view-sessions': productView,
      'add_to_cart_click-sessions': addToCart,
      'checkout_start-sessions': checkout,
      'checkout_complete-sessions': order,
    });
  });

  it('agree on every product', async () => {
    const shown = await readTab(page, cloud.dashboardUrl, 'products', EVERYTHING);
    expect(truth.topProducts.length).toBeGreaterThan(10);
    for (const product of truth.topProducts) {
      expect(shown).toMatchObject({
        [`${product.id}-views`]: product.views,
        [`${product.id}-add_to_carts`]: product.addToCarts,
        [`${product.id}-units`]: product.unitsOrdered,
        [`${product.id}-revenue`]: product.revenue,
      });
    }
  });

  it('agree on the number of carts, and on those that were bought', async () => {
    const carts = new Set(events.flatMap((event) => ('cart' in event ? [event.cart?.cartId] : [])));
    const shown = await readTab(page, cloud.dashboardUrl, 'carts', EVERYTHING);
    expect(shown['begun']).toBe(carts.size);
    expect((shown['carts-bought'] ?? 0) + (shown['carts-recovered'] ?? 0)).toBe(truth.totals.orders);
  });

  it('agree on the total credit of channels and campaigns', async () => {
    const { orders, revenue, sessions } = truth.totals;
    const shown = await readTab(page, cloud.dashboardUrl, 'marketing', EVERYTHING);
    expect(shown).toMatchObject({ sessions, orders, net: revenue });
    const models = Object.entries(shown).filter(([id]) => id.startsWith('model-total-'));
    expect(models.map(([, net]) => net)).toEqual(Array.from({ length: 6 }, () => revenue));
  });

  it('agree on searches, and on those that found nothing', async () => {
    const searches = events.flatMap((event) => (event.eventName === 'search' ? [event.search] : []));
    const empty = searches.filter(({ results }) => results === 0);
    expect(empty.length).toBeGreaterThan(0);
    const shown = await readTab(page, cloud.dashboardUrl, 'pages', EVERYTHING);
    expect(shown).toMatchObject({ searches: searches.length, empty: empty.length });
    const landed = Object.entries(shown).filter(([id]) => /^landing-\d+-sessions$/.test(id));
    expect(landed.reduce((sum, [, sessions]) => sum + sessions, 0)).toBeLessThanOrEqual(
      truth.totals.sessions,
    );
  });

  it('agree on two periods that Today compares, and its parts add up to their difference', async () => {
    const now: Filters = { from: '2026-11-16', to: '2026-11-20' };
    const before: Filters = { from: '2026-11-11', to: '2026-11-15' };
    const counted = await Promise.all(
      [now, before].map(async (filters) => {
        const [orders] = await cloud.sql<Record<string, number>>(...countEvents(filters));
        const [sessions] = await cloud.sql<Record<string, number>>(...countSessions(filters));
        return { revenue: Number(orders?.['revenue']), sessions: sessions?.['sessions'] };
      }),
    );
    const shown = await readTab(page, cloud.dashboardUrl, 'today', now);
    expect(shown).toMatchObject({
      'net-now': counted[0]?.revenue,
      'net-before': counted[1]?.revenue,
      'whole-now': counted[0]?.sessions,
      'whole-before': counted[1]?.sessions,
    });
    const parts = ['whole', 'rate', 'size'].map((part) => shown[`${part}-worth`] ?? NaN);
    const difference = (counted[0]?.revenue ?? NaN) - (counted[1]?.revenue ?? NaN);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(difference);
    expect(shown['sum-change']).toBe(difference);
  });

  it('agree on the page views of all hours', async () => {
    const shown = await readTab(page, cloud.dashboardUrl, 'time', EVERYTHING);
    expect(shown['total']).toBe(truth.totals.pageViews);
  });
});

describe.each(SELECTIONS)('the four tabs for %s', (_title, filters) => {
  it('show what SQL written by hand over the event table counts', async () => {
    const [events] = await cloud.sql<Record<string, number>>(...countEvents(filters));
    const [sessions] = await cloud.sql<Record<string, number>>(...countSessions(filters));
    const products = await cloud.sql<{ id: string; views: number; carts: number }>(...countProducts(filters));

    expect(await readTab(page, cloud.dashboardUrl, 'overview', filters)).toMatchObject({
      page_views: events?.['page_views'],
      orders: events?.['orders'],
      revenue: events?.['revenue'],
      sessions: sessions?.['sessions'],
    });
    expect(await readTab(page, cloud.dashboardUrl, 'funnel', filters)).toMatchObject({
      'product_view-sessions': sessions?.['viewed'],
      'add_to_cart_click-sessions': sessions?.['carted'],
      'checkout_start-sessions': sessions?.['checked_out'],
      'checkout_complete-sessions': sessions?.['ordered'],
    });
    const shownProducts = await readTab(page, cloud.dashboardUrl, 'products', filters);
    for (const { id, views, carts } of products) {
      expect(shownProducts).toMatchObject({ [`${id}-views`]: views, [`${id}-add_to_carts`]: carts });
    }
    const shownTimes = await readTab(page, cloud.dashboardUrl, 'time', filters);
    expect(shownTimes['total']).toBe(events?.['page_views']);
  });
});
