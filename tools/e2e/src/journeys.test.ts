import { newEventId } from '@clickstream/event-schema';
import { DESK_ACCOUNT } from '@clickstream/local-cloud';
import { openChromium } from '@clickstream/local-servers/chromium';
import pg from 'pg';
import type { Browser } from 'playwright-core';
import { DECLINES } from './journeys/being-asked';
import { INSPECTED_STEPS, STAFF_INSPECTS } from './journeys/being-staff';
import { GUEST_BUYS } from './journeys/buying';
import { envelopeFaults } from './journeys/envelope';
import { JOURNEYS } from './journeys/journeys';
import { eachOnce, toldBy, withoutLateTitle } from './journeys/told-by';
import { walk, type Walked } from './journeys/walk';
import { aCloud, type CloudUnderTest } from './testing/a-cloud';
import { eventually } from './testing/eventually';
import type { StoredEvent } from './testing/stored-events';

/** The part of the inspector's answer that is looked at. */
interface Fates {
  readonly events: Readonly<Record<string, object>>;
}

let cloud: CloudUnderTest;
let browser: Browser;
const walked = new Map<string, Walked>();
let stored: StoredEvent[];
const idOf = (title: string) => walked.get(title)?.clientId ?? null;
/** All that the browser of a journey has told, each event once. */
const storedOf = (title: string) =>
  stored.filter(({ clientId }) => clientId !== undefined && clientId === idOf(title));

beforeAll(async () => {
  browser = await openChromium();
  // As in a shop: the visitor is asked, and events wait until the page is left.
  cloud = await aCloud({ dashboards: false, eventWaitSeconds: 30 }, 'ask');
  const shop = new pg.Client({ connectionString: cloud.shopDatabaseUrl });
  await shop.connect();
  await shop.query(`INSERT INTO coupons (code, percent) VALUES ('JOURNEY10', 10)`);
  await shop.end();
  for (const journey of JOURNEYS) walked.set(journey.title, await walk(browser, cloud, journey));
  const expected = [...walked.values()].reduce((sum, one) => sum + one.expected.length, 0);
  stored = await eventually(
    async () => eachOnce(await cloud.stored()),
    (events) => events.length >= expected,
  );
});

afterAll(async () => {
  await browser?.close();
  await cloud?.stop();
});

describe.each(JOURNEYS)('$title', ({ title }) => {
  it('tells what is written for each step, and nothing else', () => {
    const told = toldBy(storedOf(title));
    expect(told).toEqual(withoutLateTitle(walked.get(title)?.expected ?? [], told));
  });

  it('tells with each event who, when and where', () => {
    expect(envelopeFaults(storedOf(title))).toEqual([]);
  });

  it('is loaded into the warehouse, each event once', async () => {
    const told = toldBy(storedOf(title)).map(([name]) => name);
    const rows = await eventually(
      () =>
        cloud.sql<{ name: string }>(
          `SELECT event_name AS name FROM public.clickstream_events WHERE client_id = $1
           ORDER BY event_timestamp, sequence`,
          [idOf(title)],
        ),
      (found) => found.length >= told.length,
    );
    expect(rows.map(({ name }) => name)).toEqual(told);
  });
});

describe('a shopper who declines', () => {
  it('sends no request, and nothing is stored that is not of another journey', () => {
    expect(walked.get(DECLINES.title)?.requests).toBe(0);
    const clients = new Set([...walked.values()].map(({ clientId }) => clientId));
    expect(stored.filter(({ clientId }) => !clients.has(String(clientId)))).toEqual([]);
  });
});

describe('the inspector', () => {
  const inspected = () => walked.get(STAFF_INSPECTS.title)?.inspected;
  const count = INSPECTED_STEPS.reduce((sum, { tells }) => sum + tells.length, 0);

  it('shows the same events, in the same order, with the same fields, and their rows', () => {
    const events = storedOf(STAFF_INSPECTS.title);
    const last = toldBy(events).slice(-count);
    expect(toldBy(inspected()?.events ?? [])).toEqual(last);
    const ids = new Set(events.map(({ eventId }) => eventId));
    expect(inspected()?.rows.filter((id) => ids.has(id))).toHaveLength(count);
  });

  it('answers about events that are asked for, only to people of the shop', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const ask = async (events: readonly object[]) => {
      const answer = await context.request.post(`${cloud.shopUrl}/inspector`, { data: events });
      return { status: answer.status(), fates: answer.ok() ? ((await answer.json()) as Fates).events : {} };
    };
    const [theirs, other] = storedOf(GUEST_BUYS.title);
    expect(await ask([theirs ?? {}])).toEqual({ status: 404, fates: {} });
    await page.goto(`${cloud.shopUrl}/sign-in`);
    await page.getByLabel('Email').fill(DESK_ACCOUNT.email);
    await page.getByLabel('Password').fill(DESK_ACCOUNT.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    const [queued, aside] = [newEventId(Date.now()), newEventId(Date.now())];
    await cloud.sql(
      `INSERT INTO public.etl_quarantine (object_key, line, reason, detail, raw) VALUES ('events/x', 1, 'bad_time', 'never', $1)`,
      [JSON.stringify({ eventId: aside })],
    );
    const { fates } = await ask([theirs ?? {}, { eventId: queued }, { eventId: aside }]);
    expect(Object.keys(fates).sort()).toEqual([String(theirs?.['eventId']), queued, aside].sort());
    expect(fates).not.toHaveProperty(String(other?.['eventId']));
    expect(fates[String(theirs?.['eventId'])]).toMatchObject({
      quarantined: null,
      loaded: {
        object: expect.stringMatching(/^events\/\d{4}\//),
        line: expect.any(Number),
        row: { event_name: 'page_view', client_id: idOf(GUEST_BUYS.title) },
      },
    });
    expect(fates[queued]).toMatchObject({ loaded: null, quarantined: null });
    expect(fates[aside]).toMatchObject({ loaded: null, quarantined: 'bad_time: never' });
    await context.close();
  });

  it('says of each that it is in the warehouse', () => {
    expect(inspected()?.states).toEqual(Array.from({ length: count }, () => 'In the warehouse'));
  });

  it('has nothing that axe finds wrong, light, dark and on a phone', () => {
    expect(inspected()?.axe).toEqual([]);
  });
});
