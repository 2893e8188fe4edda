import { CAMPAIGN_COSTS, CAMPAIGNS } from '../warehouse/campaign-visits';
import { CHAIRS } from '../warehouse/planned-faults';
import { aDashboardTestBed } from './dashboard-test-bed';
import { aReader } from './reader';

const MAY = 'from=2026-05-01&to=2026-05-30';
const OCTOBER = 'from=2026-10-12&to=2026-10-19';
const testBed = aDashboardTestBed();
const reader = aReader(testBed);

const opened = async (query: string) => {
  await reader.open('actions', query);
  await reader.page.locator('#actions-headline').waitFor();
};

describe('Actions', () => {
  it('shows the planned campaign under water as the first card, with its planned money', async () => {
    await opened(MAY);
    const { visits, orders, revenue } = CAMPAIGNS['spring_video'] as (typeof CAMPAIGNS)[string];
    const net = orders * revenue + 10_000 * ((orders * (orders - 1)) / 2);
    const cost = CAMPAIGN_COSTS.filter(([, , , campaign]) => campaign === 'spring_video').reduce(
      (sum, [, , , , , , amount]) => sum + Number(amount),
      0,
    );
    const card = reader.page.locator('#actions-1');
    expect(await card.getAttribute('data-key')).toBe('facebook/paid_social/spring_video');
    expect(await card.locator('h2').textContent()).toContain('Stop the campaign spring_video');
    expect(await reader.numberAt('actions-1-whole')).toBe(visits);
    expect(await reader.numberAt('actions-1-part')).toBe(orders);
    expect(await reader.numberAt('actions-1-other-whole')).toBe(cost);
    expect(await reader.numberAt('actions-1-gain')).toBe(cost - net);
    expect(await reader.numberAt('actions-1-lower')).toBeGreaterThan(0);
    expect(await reader.numberAt('actions-1-q')).toBeLessThan(0.1);
  });

  it('shows a product that is seen but not bought as the first card, and leads to its category', async () => {
    await opened(OCTOBER);
    const card = reader.page.locator('#actions-1');
    expect(await card.getAttribute('data-key')).toBe('CHAIR-0');
    expect(await card.locator('h2').textContent()).toContain('Rework the page of Model CHAIR-0');
    expect(await reader.numberAt('actions-1-whole')).toBe(CHAIRS['CHAIR-0']?.views);
    expect(await reader.numberAt('actions-1-part')).toBe(CHAIRS['CHAIR-0']?.adds);
    expect(await reader.page.locator('.to-do').count()).toBe(3);
    await card.locator('a').click();
    await reader.page.locator('#products-CHAIR-0-views').waitFor();
    await reader.page.waitForURL(/tab=products&from=2026-10-12&to=2026-10-19.*category=chairs/);
    expect(await reader.numberAt('products-CHAIR-0-views')).toBe(CHAIRS['CHAIR-0']?.views);
  });

  it('leads from a card to the tab with the rows behind it, in the same days', async () => {
    await opened(MAY);
    await reader.page.locator('#actions-1 a').click();
    await reader.page.locator('#marketing-headline').waitFor();
    await reader.page.waitForURL(/tab=marketing&from=2026-05-01&to=2026-05-30/);
    await reader.page.locator('#marketing-campaigns tr', { hasText: 'spring_video' }).waitFor();
  });

  it('follows the filters, and is calm where nothing is certain', async () => {
    await opened(MAY);
    await reader.page.getByText('Guest', { exact: true }).click();
    await reader.page.locator('[data-filters$="|guest|people"] #actions-headline').waitFor();
    expect(await reader.page.locator('#actions-headline').textContent()).toBe(
      'Nothing in these days would pay off with certainty',
    );
    expect(await reader.page.locator('#actions .to-do, [data-value="actions"] .to-do').count()).toBe(0);
    expect(await reader.page.locator('#actions-examined').textContent()).toMatch(/Examined|Too little/);
  });
});
