import { campaignVisits } from '../../warehouse/campaign-visits';
import { aDashboardTestBed, JUNE } from '../dashboard-test-bed';
import { aReader } from '../reader';

const testBed = aDashboardTestBed();
const reader = aReader(testBed);

const opened = async (query: string) => {
  await reader.open('today', query);
  await reader.page.locator('#today-headline').waitFor();
};

interface PlannedVisit {
  readonly eventName: string;
  readonly eventTimestamp: string;
  readonly pageUrl: string;
  readonly order?: { readonly revenue: number };
}

/** Visits, orders and revenue of a campaign on some days of May, on the shop's clock (UTC+7). */
function planned(campaign: string, first: number, last: number) {
  const events = (campaignVisits() as PlannedVisit[]).filter(({ eventTimestamp, pageUrl }) => {
    const at = new Date(Date.parse(eventTimestamp) + 7 * 3_600_000);
    const isInDays = at.getUTCMonth() === 4 && at.getUTCDate() >= first && at.getUTCDate() <= last;
    return isInDays && pageUrl.includes(`utm_campaign=${campaign}`);
  });
  const orders = events.filter(({ eventName }) => eventName === 'checkout_complete');
  return {
    sessions: events.filter(({ eventName }) => eventName === 'page_view').length,
    orders: orders.length,
    net: orders.reduce((sum, { order }) => sum + (order?.revenue ?? 0), 0),
  };
}

/** The contribution of each factor, averaged over the six orders in which the three may change. */
function partsOf(now: readonly number[], before: readonly number[]): number[] {
  const orders = [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ];
  const product = (factors: readonly number[]) => factors.reduce((all, factor) => all * factor, 1);
  const sums = [0, 0, 0];
  for (const order of orders) {
    const at = [...before];
    for (const factor of order) {
      const was = product(at);
      at[factor] = now[factor] ?? NaN;
      sums[factor] = (sums[factor] ?? 0) + product(at) - was;
    }
  }
  return sums.map((sum) => sum / orders.length);
}

describe('Today', () => {
  it('divides the change among traffic, conversion and order value, to the unit', async () => {
    await opened(JUNE);
    const at = (id: string) => reader.numberAt(`today-${id}`);
    const factors = async (when: string) => [
      await at(`whole-${when}`),
      await at(`rate-${when}`),
      await at(`size-${when}`),
    ];
    const change = (await at('net-now')) - (await at('net-before'));
    const parts = [await at('whole-worth'), await at('rate-worth'), await at('size-worth')];
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(change);
    const expected = partsOf(await factors('now'), await factors('before'));
    for (const [place, part] of parts.entries())
      expect(Math.abs(part - (expected[place] ?? NaN))).toBeLessThan(2);
  });

  it('shows the planned campaigns of both periods, and that their changes add up', async () => {
    await opened('from=2026-05-11&to=2026-05-20&segment=campaign');
    const rows = reader.page.locator('#today-segments-table tbody tr');
    await rows.first().waitFor();
    for (const campaign of ['spring_letter', 'spring_video', 'brand']) {
      const cells = rows.and(reader.page.locator(`[data-key="${campaign}"]`)).locator('td[data-value]');
      const now = planned(campaign, 11, 20);
      const before = planned(campaign, 1, 10);
      expect(
        await cells.evaluateAll((found) => found.map((cell) => Number(cell.getAttribute('data-value')))),
      ).toEqual([now.sessions, now.orders, now.net, before.net, now.net - before.net]);
    }
    const changes = await reader.page
      .locator('[id^="today-segment-"][id$="-change"]')
      .evaluateAll((cells) => cells.map((cell) => Number(cell.getAttribute('data-value'))));
    expect(changes.reduce((sum, change) => sum + change, 0)).toBe(await reader.numberAt('today-sum-change'));
  });

  it('compares with the same weekdays, and a link opens the same', async () => {
    await opened(JUNE);
    const before = await reader.numberAt('today-net-before');
    await reader.page.getByText('Same weekdays', { exact: true }).click();
    await reader.page.getByText('Usual', { exact: true }).first().waitFor();
    await reader.page.waitForURL(/against=weekdays/);
    const usual = await reader.numberAt('today-net-before');
    expect(usual).not.toBe(before);
    await reader.page.goto(reader.page.url());
    await reader.page.locator('#today-headline').waitFor();
    expect(await reader.numberAt('today-net-before')).toBe(usual);
  });

  it('shows one channel alone after a click on its row, and all of them again', async () => {
    await opened(JUNE);
    const all = await reader.numberAt('today-net-now');
    const row = reader.page.locator('#today-segments-table tr[data-key="social"]');
    const social = Number(await row.locator('td[id$="-net"]').getAttribute('data-value'));
    expect(social).toBeLessThan(all);
    await row.getByRole('button', { name: 'Social' }).click();
    await reader.page.locator(`#today-net-now[data-value="${social}"]`).waitFor();
    await reader.page.waitForURL(/channel=social/);
    await reader.page.getByRole('button', { name: 'Remove Channel: Social' }).click();
    await reader.page.locator(`#today-net-now[data-value="${all}"]`).waitFor();
  });

  it('leads to the actions that it names, with their days', async () => {
    await opened('from=2026-05-11&to=2026-05-20');
    const lower = await reader.numberAt('today-action-1-lower');
    await reader.page.getByText('See all actions and their evidence').click();
    await reader.page.locator('#actions-headline').waitFor();
    expect(await reader.numberAt('actions-1-lower')).toBe(lower);
    expect(reader.page.url()).toMatch(/tab=actions&from=2026-04-21&to=2026-05-20/);
  });

  it('has all segments in the file', async () => {
    await opened('from=2026-05-11&to=2026-05-20');
    const address = await reader.page.locator('#today-segments .download').getAttribute('href');
    const answer = await reader.page.request.get(new URL(address ?? '', reader.page.url()).href);
    const [head, ...lines] = (await answer.text()).trim().split('\r\n');
    expect(head?.replace('\ufeff', '')).toMatch(/^dimension,key,sessions,/);
    const letter = lines.map((line) => line.replaceAll('"', '').split(','));
    const { sessions, net } = planned('spring_letter', 11, 20);
    expect(letter.find(([, key]) => key === 'spring_letter')?.slice(0, 3)).toEqual([
      'campaign',
      'spring_letter',
      String(sessions),
    ]);
    expect(letter.find(([, key]) => key === 'spring_letter')?.[6]).toBe(String(net));
  });

  it('says what to do while there is nothing to compare with', async () => {
    await opened('period=all');
    const headline = await reader.page.locator('#today-headline').textContent();
    expect(headline).toContain('there is nothing to compare it with yet');
    await reader.page.getByText('Check that every event arrives').click();
    await reader.page.locator('#trust-headline').waitFor();
  });
});
