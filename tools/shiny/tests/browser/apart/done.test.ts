import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { settled } from '../chart-tips';
import { aDashboardTestBed } from '../dashboard-test-bed';
import { aReader } from '../reader';

const OCTOBER = 'from=2026-10-12&to=2026-10-19';
const testBed = aDashboardTestBed();
const reader = aReader(testBed);

/** Runs a statement as the owner of the warehouse. */
async function ask(sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: process.env['DW_ADMIN_URL'] });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Milliseconds after which no answer of the moment is shared any more (MOMENT in answers.R). */
const SHARED_MS = 2100;

// The dashboard does not know of entries that others remove: its answer of before must be too old.
afterEach(async () => {
  await ask('DELETE FROM done_actions');
  await setTimeout(SHARED_MS);
});

const said = () => reader.page.locator('#actions-said');

/** Marks the first card as done on a day. */
async function markFirst(query: string, day: string): Promise<void> {
  await reader.open('actions', query);
  const card = reader.page.locator('#actions-1');
  await card.waitFor();
  // A card that is drawn again has the day of today.
  await settled(reader.page);
  await card.locator('[data-done-day]').fill(day);
  await card.getByRole('button', { name: /^Mark as done/ }).click();
  await reader.page.locator('#actions-done-1').waitFor();
}

describe('Done on', () => {
  it('records an action with one click, today and with the promise of its card', async () => {
    await reader.open('actions', OCTOBER);
    const card = reader.page.locator('#actions-1');
    const today = await card.locator('[data-done-day]').inputValue();
    await card.getByRole('button', { name: 'Mark as done: the page of Model CHAIR-0' }).click();
    const done = reader.page.locator('#actions-done-1');
    await done.waitFor();
    await said()
      .filter({ hasText: /^Recorded: done on/ })
      .waitFor();
    await card.locator('.done-note').waitFor();
    expect(await done.getAttribute('data-key')).toBe('CHAIR-0');
    expect(await done.getAttribute('data-state')).toBe('early');
    expect(await reader.page.locator('#actions-done-headline').textContent()).toBe(
      '1 action done: 1 too early to judge',
    );
    const promised = await reader.numberAt('actions-1-gain');
    expect(await reader.numberAt('actions-done-1-promised')).toBe(promised);
    const [row] = await ask('SELECT done_on::text, gain, counted_from::text, traffic FROM dash.done_actions');
    expect(row).toMatchObject({ done_on: today, counted_from: '2026-10-12', traffic: 'people' });
    expect(Number(row?.['gain'])).toBe(promised);
  });

  it('marks the day on the lines of the tabs: in the tip of the day, and in a cell of the table', async () => {
    await markFirst(OCTOBER, '2026-10-13');
    await reader.goTo('overview');
    await reader.page.locator('#overview-trend .trend-done').waitFor();
    // The arrow keys step through all tips of a line: chart-keys.test.ts.
    const tip = await reader.page.locator('#overview-trend [data-tip*="done:"]').getAttribute('data-tip');
    expect(tip).toMatch(/^13 Oct\n.*done: the page of Model CHAIR-0$/s);
    const cells = await reader.page.locator('#overview-trend .done-cell').allTextContents();
    expect(cells.filter(Boolean)).toEqual(['the page of Model CHAIR-0']);
    for (const tab of ['time', 'trust']) {
      await reader.goTo(tab);
      await reader.page.locator('.tab-pane.active .trend-done').waitFor();
    }
  });

  it('changes the day and withdraws, and keeps each entry', async () => {
    await markFirst(OCTOBER, '2026-10-13');
    const done = reader.page.locator('#actions-done-1');
    await done.locator('[data-done-day]').fill('2026-10-12');
    await done.getByRole('button', { name: /^Change the day/ }).click();
    await reader.page.locator('#actions-done-1 time[datetime="2026-10-12"]').waitFor();
    await done.getByRole('button', { name: /^Withdraw/ }).click();
    await reader.page.locator('#actions-done-headline').waitFor({ state: 'detached' });
    await reader.page
      .locator('#actions-1')
      .getByRole('button', { name: /^Mark as done/ })
      .waitFor();
    expect(await ask('SELECT done_on::text FROM done_actions ORDER BY entry_id')).toEqual([
      { done_on: '2026-10-13' },
      { done_on: '2026-10-12' },
      { done_on: null },
    ]);
  });

  it('sets the promise of a step against four weeks that were measured, and claims nothing within noise', async () => {
    // Not in June: other files read the lines of that month at the same time.
    await ask(`INSERT INTO done_actions (kind, key, seen, done_on, label, topic, group_name, counted_from, counted_to,
        login_state, traffic, currency, gain, gain_lower, gain_upper, part, whole, other_part, other_whole)
      VALUES ('step', 'device/mobile/checkout_start', 0, '2026-07-01', 'mobile', 'checkout_start', 'device', '2026-05-01',
        '2026-05-30', 'all', 'people', 'VND', 30000000, 10000000, 50000000, 1, 2, 3, 4)`);
    await reader.open('actions', OCTOBER);
    const done = reader.page.locator('#actions-done-1');
    await done.waitFor();
    expect(await done.getAttribute('data-state')).toBe('open');
    expect(await done.textContent()).toMatch(/Four weeks: not decided, since zero is possible:/);
    expect(await reader.numberAt('actions-done-1-promised')).toBe(30_000_000);
    expect(await reader.numberAt('actions-done-1-measured-lower')).toBeLessThan(0);
    expect(await reader.numberAt('actions-done-1-measured-upper')).toBeGreaterThan(0);
    // Sessions on phones that began in the four weeks after it, and put something into the cart.
    const [sessions] = await ask(`SELECT sum(carted) AS n FROM dash.sessions_hourly
      WHERE device = 'mobile' AND NOT is_bot
        AND hour >= '2026-07-02 00:00+07' AND hour < '2026-07-30 00:00+07'`);
    expect(await reader.numberAt('actions-done-1-after-whole')).toBe(Number(sessions?.['n']));
  });

  it('refuses a day that has not come, and says so', async () => {
    await reader.open('actions', OCTOBER);
    const card = reader.page.locator('#actions-1');
    await card.locator('[data-done-day]').fill('2999-01-01');
    await card.getByRole('button', { name: /^Mark as done/ }).click();
    await said().getByText('Choose a day up to today').waitFor();
    expect(await ask('SELECT FROM done_actions')).toHaveLength(0);
  });
});
