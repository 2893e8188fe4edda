import { CAMPAIGNS } from '../warehouse/campaign-visits';
import { aDashboardTestBed, JUNE } from './dashboard-test-bed';
import { aReader } from './reader';

const MAY = 'from=2026-05-01&to=2026-05-30';
const testBed = aDashboardTestBed();
const reader = aReader(testBed);

const opened = async (query: string) => {
  await reader.open('marketing', query);
  await reader.page.locator('#marketing-headline').waitFor();
};
const press = async (model: string) => {
  await reader.page.locator(`button[data-input="marketing-model"][data-value="${model}"]`).click();
  await reader.page
    .locator(`button[data-input="marketing-model"][data-value="${model}"][aria-pressed="true"]`)
    .waitFor();
};

describe('Marketing', () => {
  it('credits the planned campaigns, and names the channel to prefer', async () => {
    await opened(MAY);
    expect(await reader.page.locator('#marketing-headline').textContent()).toBe(
      'Email earns 15 times as much per session as paid social (last non-direct visit).',
    );
    const rows = reader.page.locator('#marketing-campaigns tbody tr');
    await rows.first().waitFor();
    for (const [name, { visits, orders, revenue }] of Object.entries(CAMPAIGNS)) {
      const row = rows.filter({ hasText: name });
      const numbers = await row
        .locator('td[id]')
        .evaluateAll((cells) => cells.slice(0, 3).map((cell) => Number(cell.getAttribute('data-value'))));
      const net = orders * revenue + 10_000 * ((orders * (orders - 1)) / 2);
      expect(numbers).toEqual([visits, orders, net]);
    }
    expect(await rows.filter({ hasText: 'brand' }).textContent()).toContain('too few sessions');
    expect(await rows.filter({ hasText: 'spring_video' }).textContent()).toContain('below cost');
  });

  it('moves the same net revenue between channels when another model is chosen', async () => {
    await opened(JUNE);
    const before = [
      await reader.numberAt('marketing-net'),
      await reader.numberAt('marketing-channel-direct-net'),
    ];
    await press('last');
    await reader.page.waitForFunction(
      (direct) =>
        Number(document.querySelector('#marketing-channel-direct-net')?.getAttribute('data-value')) !==
        direct,
      before[1],
    );
    expect(await reader.numberAt('marketing-net')).toBe(before[0]);
    const direct = await reader.numberAt('marketing-channel-direct-net');
    expect(direct).toBeGreaterThan(before[1] ?? NaN);
    expect(await reader.numberAt('marketing-model-direct-last')).toBe(direct);
    await reader.page.waitForURL(/model=last(&|$)/);
    await reader.goTo('overview');
    expect(await reader.numberAt('overview-net')).toBe(before[0]);
  });

  it('hides costs, which have no login state, when one is selected', async () => {
    await opened(MAY);
    expect(await reader.numberAt('marketing-cost')).toBe(156_200_000);
    await reader.page.getByText('Guest', { exact: true }).click();
    await reader.page.locator('[data-filters$="|guest|people"] #marketing-costs').waitFor();
    await reader.page.locator('#marketing-cost').waitFor({ state: 'detached' });
    expect(await reader.page.locator('#marketing-costs').textContent()).toContain('all login states');
  });

  it('explains how to import costs if there are none', async () => {
    await opened(JUNE);
    expect(await reader.page.locator('#marketing-costs').textContent()).toContain(
      'npm run import-costs -- FILE',
    );
  });
});
