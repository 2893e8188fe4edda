import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLastingChromium } from '@clickstream/local-servers/chromium';
import type { Page } from 'playwright-core';
import { eventually } from './testing/eventually';
import { killChromium } from './testing/kill-chromium';
import { eventsIn } from './testing/page-front';
import { takeLocksAway, takeRequestTimeoutsAway } from './testing/poor-browsers';
import { aTrackerTestBed, track } from './testing/tracker-test-bed';

const MINUTE = 60_000;

const testBed = aTrackerTestBed();

/** Kills a page's process, whatever it is doing. */
async function crash(page: Page): Promise<void> {
  const session = await testBed.context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  session.send('Page.crash').catch(() => undefined);
  await crashed;
}

describe('a shopper whose network is gone for an hour', () => {
  it('loses nothing of what was done meanwhile, in its order', async () => {
    const page = await testBed.context.newPage();
    await page.clock.install({ time: Date.now() - 60 * MINUTE });
    await page.goto(testBed.front.url);
    await testBed.context.setOffline(true);
    for (let minute = 0; minute < 60; minute += 1) {
      await track(page, 'offline_hour', minute * 2 + 1, minute * 2 + 2);
      await page.clock.runFor(MINUTE);
    }
    expect(testBed.front.bodies.join()).not.toContain('offline_hour');
    await testBed.context.setOffline(false);
    await testBed.expectEachOnce('offline_hour', 120);
    const rows = await testBed.cloud.sql<{ n: number }>(
      `SELECT (properties->>'n')::int AS n FROM public.clickstream_events
       WHERE event_name = 'offline_hour' ORDER BY event_timestamp`,
    );
    expect(rows.map(({ n }) => n)).toEqual(rows.map((_, index) => index + 1));
  });

  it('loses nothing either when the tab is closed before the network is back', async () => {
    const page = await testBed.open();
    await page.evaluate(() => window.clickstream?.flush());
    await testBed.context.setOffline(true);
    await track(page, 'closed_offline', 1, 60);
    await Promise.all([page.waitForEvent('close'), page.close({ runBeforeUnload: true })]);
    await testBed.context.setOffline(false);
    expect(testBed.front.bodies.join()).not.toContain('closed_offline');
    await testBed.open();
    await testBed.expectEachOnce('closed_offline', 60);
  });
});

describe('a shop whose API answers 503 for ten minutes', () => {
  it('gets everything afterwards, and is not flooded meanwhile', async () => {
    const page = await testBed.context.newPage();
    await page.clock.install();
    testBed.front.way = 'down';
    await page.goto(testBed.front.url);
    for (let step = 0; step < 60; step += 1) {
      await track(page, 'server_down', step + 1, step + 1);
      await page.clock.runFor(10_000);
    }
    expect(testBed.front.bodies.length).toBeGreaterThan(3);
    // At the latest once a minute, and half that by chance; the first few come sooner.
    expect(testBed.front.bodies.length).toBeLessThan(30);
    const times = testBed.front.bodies.map((body) =>
      Date.parse((JSON.parse(body) as { sentAt: string }).sentAt),
    );
    const pauses = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    // The server asks for five seconds, and the tracker adds at least half of four.
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(7_000);
    testBed.front.way = 'open';
    await page.clock.runFor(2 * MINUTE);
    await testBed.expectEachOnce('server_down', 60);
  });
});

describe('a tab that crashes', () => {
  it.each(['stuck', 'no answer'] as const)(
    'with a request on its way that is %s loses nothing',
    async (way) => {
      const name = `crash_${way.replace(' ', '_')}`;
      const page = await testBed.open();
      await page.evaluate(() => window.clickstream?.flush());
      testBed.front.way = way;
      await track(page, name, 1, 55);
      await testBed.requestWith(name);
      await crash(page);
      testBed.front.way = 'open';
      await testBed.open();
      await testBed.expectEachOnce(name, 55);
    },
  );
});

describe('a browser that is killed', () => {
  const profile = mkdtempSync(join(tmpdir(), 'clickstream-profile-'));

  afterAll(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));

  /** Everything that the browser has written to its disk of the pages' storage. */
  const storedOnDisk = () => {
    const folder = join(profile, 'Default/Local Storage/leveldb');
    const logs = readdirSync(folder).filter((file) => file.endsWith('.log'));
    return logs.map((file) => readFileSync(join(folder, file), 'latin1')).join('');
  };

  it('sends what it had stored when it is started again', async () => {
    const shopper = await openLastingChromium(profile);
    const page = await testBed.open(shopper);
    testBed.front.way = 'no answer';
    await track(page, 'browser_killed', 1, 25);
    const ids = await page.evaluate(() =>
      Object.keys(localStorage).flatMap((key) => (key.includes('browser_killed') ? [key] : [])),
    );
    expect(ids).toHaveLength(25);
    // Chromium itself waits some seconds before it writes.
    await eventually(
      async () => storedOnDisk(),
      (stored) => ids.every((id) => stored.includes(id)),
    );
    killChromium(profile);
    testBed.front.way = 'open';
    const again = await openLastingChromium(profile);
    await testBed.open(again);
    await testBed.expectEachOnce('browser_killed', 25);
    await again.close();
  });
});

describe('five tabs at once', () => {
  const trackInAll = async (name: string): Promise<void> => {
    const pages = await Promise.all([1, 2, 3, 4, 5].map(() => testBed.open()));
    await Promise.all(
      pages.map(async (page, tab) => {
        for (let part = 0; part < 6; part += 1) {
          await track(page, name, tab * 60 + part * 10 + 1, tab * 60 + part * 10 + 10);
        }
      }),
    );
    await testBed.expectEachOnce(name, 300);
  };

  it('bring every event once, one tab at a time', async () => {
    // The front counts a request that its tab has given up as under way.
    await testBed.context.addInitScript(takeRequestTimeoutsAway);
    await trackInAll('five_tabs');
    expect(testBed.front.mostAtOnce).toBe(1);
    const events = testBed.front.bodies.flatMap(eventsIn);
    // The storage that a tab sees lags a moment behind that of the tab before it: what was
    // sent twice was counted once.
    expect(events.length).toBeLessThan(2 * 300);
    expect(events.every(({ sequence }) => Number(sequence) > 0)).toBe(true);
  });

  it('send every event once also in a browser without locks, where one has a lease until it ends', async () => {
    const name = 'five_tabs_without_locks';
    const start = Date.now();
    // Time is frozen until it is set, so that the lease does not end on a slow machine.
    await testBed.context.clock.setFixedTime(start);
    await testBed.context.addInitScript(takeLocksAway);
    // A timeout counts real time: on a slow machine the sender itself would try again meanwhile.
    await testBed.context.addInitScript(takeRequestTimeoutsAway);
    const [sender, ...others] = [
      await testBed.open(),
      await testBed.open(),
      await testBed.open(),
      await testBed.open(),
      await testBed.open(),
    ];
    await sender.evaluate(() => window.clickstream?.flush());
    await eventually(
      () => sender.evaluate(() => Object.keys(localStorage).join()),
      (keys) => !/event|sender/.test(keys),
    );
    testBed.front.way = 'stuck';
    await track(sender, name, 1, 40);
    await sender.evaluate(() => void window.clickstream?.flush());
    await testBed.requestWith(name);
    await Promise.all(
      others.map(async (page, tab) => {
        await page.waitForFunction(() => localStorage.getItem('clickstream.sender'));
        await track(page, name, tab * 40 + 41, tab * 40 + 80);
        await page.evaluate(() => window.clickstream?.flush());
      }),
    );
    expect(testBed.front.bodies.filter((body) => body.includes(name))).toHaveLength(1);
    testBed.front.way = 'open';
    await testBed.context.clock.setFixedTime(start + 20_000);
    await testBed.expectEachOnce(name, 200);
  });

  it('continue when the one that sends crashes while sending', async () => {
    const [sender, other] = [await testBed.open(), await testBed.open()];
    await Promise.all([sender, other].map((page) => page.evaluate(() => window.clickstream?.flush())));
    testBed.front.way = 'stuck';
    await track(sender, 'sender_crashed', 1, 60);
    await testBed.requestWith('sender_crashed');
    await track(other, 'sender_crashed', 61, 120);
    await crash(sender);
    testBed.front.way = 'open';
    await testBed.expectEachOnce('sender_crashed', 120);
  });
});
