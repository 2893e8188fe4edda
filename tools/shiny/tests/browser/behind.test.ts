import { aDashboardTestBed, JUNE } from './dashboard-test-bed';
import { aReader } from './reader';

const testBed = aDashboardTestBed();
const reader = aReader(testBed);

const rows = () => reader.page.locator('#behind-list tbody tr');
const count = () => reader.page.locator('#behind-count');

/** Waits until the address bar has a choice. */
const settledOn = (name: string) => reader.page.waitForURL((url) => url.searchParams.has(name));

/** Opens what is behind the first bar of a kind, and says what number the bar has. */
async function openFirst(kind: string): Promise<string> {
  const bar = reader.page.locator(`.tab-pane.active [data-bar^="${kind}"]`).first();
  const number = await bar.evaluate(
    (mark: HTMLElement) =>
      mark.dataset['again'] ??
      mark.dataset['value'] ??
      mark.querySelector<HTMLElement>('[data-value]')?.dataset['value'] ??
      mark.closest<HTMLElement>('[data-value]')?.dataset['value'],
  );
  await bar.click();
  return number ?? '';
}

const ALL = 'period=all';

describe('What is behind a bar', () => {
  reader.openOnce(`tab=time&${JUNE}`);

  it.each([
    ['funnel', JUNE, 'step:add_to_cart_click', 'session'],
    ['funnel', `${JUNE}&by=device`, 'step:checkout_complete:device', 'session'],
    ['funnel', JUNE, 'lost:', 'session'],
    ['products', JUNE, 'viewed:', 'session'],
    ['products', `${JUNE}&login=guest`, 'sold:', 'order'],
    ['carts', ALL, 'cart:abandoned', 'cart'],
    ['marketing', `${JUNE}&device=mobile`, 'channel:', 'session'],
    ['marketing', ALL, 'campaign:', 'session'],
    ['customers', JUNE, 'cohort:', 'order'],
    ['pages', ALL, 'landing:', 'session'],
    ['pages', ALL, 'nothing:', 'session'],
    ['time', `${JUNE}&traffic=all`, 'hour:page_views:2:', 'session'],
  ])('on %s with %s, %s, is as much as the bar says, by %s', async (tab, query, kind, row) => {
    await reader.open(tab, query);
    const number = await openFirst(kind);
    expect(Number(number)).toBeGreaterThan(0);
    await reader.page.locator(`#behind-count[data-value="${number}"]`).waitFor();
    await settledOn('bar');
    const open = rows().first().locator('.behind-open');
    expect(await open.getAttribute('data-value')).toMatch(new RegExp(`^${row}:`));
  });

  it.each(['products', 'carts'])('on %s opens an order, or a cart', async (tab) => {
    await reader.open(tab, `${ALL}&bar=${tab === 'carts' ? 'cart:abandoned' : 'sold:LAP-001'}`);
    await rows().first().locator('.behind-open').click();
    await reader.page.locator('#behind-opened-rows tbody tr').first().waitFor();
  });
});

describe('A session behind a bar', () => {
  it('has its events in order, each with object and line, and Back leads the whole way', async () => {
    await reader.open('funnel', `${JUNE}&bar=step:checkout_complete`);
    await count().waitFor();
    await rows().first().locator('.behind-open').click();
    const events = reader.page.locator('#behind-opened-rows tbody tr');
    await events.first().waitFor();
    expect(await events.count()).toBe(await reader.numberAt('behind-opened-total'));
    const times = await events.locator('th').allTextContents();
    const clock = times.map((time) => time.slice(time.indexOf(', ')));
    expect(clock).toEqual([...clock].sort());
    for (const place of await events.locator('td:last-child').allInnerTexts())
      expect(place).toMatch(/^events\/.*\.gz line \d+$/);
    await settledOn('opened');
    expect(new URL(reader.page.url()).searchParams.get('opened')).toMatch(/^session:/);
    await reader.page.goBack();
    await count().waitFor();
    await reader.page.getByRole('button', { name: 'Close' }).click();
    await reader.page.locator('#behind-behind').waitFor({ state: 'detached' });
    await reader.page.waitForURL((url) => !url.searchParams.has('bar'));
  });

  it('comes in pages that together are as many as the bar', async () => {
    await reader.open('marketing', `${JUNE}&bar=channel:direct`);
    await count().waitFor();
    const total = await reader.numberAt('behind-count');
    expect(total).toBeGreaterThan(50);
    const last = Math.ceil(total / 50);
    for (let page = 2; page <= last; page += 1) {
      await reader.page.locator('#behind-behind').getByRole('button', { name: 'Next' }).click();
      await reader.page.getByText(`Page ${page} of ${last}`).waitFor();
    }
    expect(await rows().count()).toBe(total - 50 * (last - 1));
  });

  it('is reached by the keyboard alone, and gives the focus back', async () => {
    await reader.open('time');
    const week = reader.page.locator('#time-week .heatmap table');
    await week.waitFor();
    await week.focus();
    const cell = reader.page.locator('#time-week td.at');
    // The first mark, and from there to one that has a number.
    await reader.page.keyboard.press('ArrowRight');
    while ((await cell.getAttribute('data-bar')) === null) await reader.page.keyboard.press('ArrowRight');
    const number = await cell.getAttribute('data-value');
    await reader.page.keyboard.press('Enter');
    await reader.page.locator(`#behind-count[data-value="${number}"]`).waitFor();
    await reader.page.waitForFunction(() => document.activeElement?.id === 'behind-behind');
    await reader.page.getByRole('button', { name: 'Close' }).press('Enter');
    await reader.page.waitForFunction(() => document.activeElement?.closest('.heatmap') !== null);
  });

  it('of a bar that the dashboard does not know is a calm sentence', async () => {
    await reader.open('time', `${JUNE}&bar=hour:orders:9:1`);
    await reader.page.getByText('This link names a number that the dashboard does not know').waitFor();
    expect(await reader.page.locator('.state-error').count()).toBe(0);
  });
});
