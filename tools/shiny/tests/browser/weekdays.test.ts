import { aDashboardTestBed, JUNE } from './dashboard-test-bed';
import { aReader } from './reader';

const testBed = aDashboardTestBed();
const reader = aReader(testBed);

/** June, five whole weeks earlier. */
const EARLIER = 'from=2026-04-27&to=2026-05-26';
const THE_DAYS_BEFORE = 'from=2026-05-02&to=2026-05-31';

const numberOf = async (tab: string, days: string, id: string) => {
  await reader.open(tab, days);
  await reader.page.locator(`#${id}`).waitFor();
  return reader.numberAt(id);
};

describe('The days to compare with', () => {
  reader.openOnce(`tab=time&${JUNE}`);

  it.each([
    ['time', 'time-total-before', 'time-total'],
    ['products', 'products-LAP-001-views-before', 'products-LAP-001-views'],
  ])('on %s are the previous ones, or the same weekdays five weeks earlier', async (tab, before, now) => {
    const [earlier, previous] = [
      await numberOf(tab, EARLIER, now),
      await numberOf(tab, THE_DAYS_BEFORE, now),
    ];
    expect(earlier).not.toBe(previous);
    expect(await numberOf(tab, `${JUNE}&against=weekdays`, before)).toBe(earlier);
    expect(await numberOf(tab, JUNE, before)).toBe(previous);
  });

  it('are compared step by step on the standard funnel', async () => {
    const shares = async (days: string) => {
      await reader.open('funnel', days);
      await reader.page.locator('#funnel-compared-steps').waitFor();
      return Promise.all(
        ['1-2', '2-3', '3-4', '1-4'].map((steps) =>
          Promise.all(
            ['now', 'before'].map((what) => reader.numberAt(`funnel-compared-steps-${steps}-${what}`)),
          ),
        ),
      );
    };
    const own = await shares(EARLIER);
    const compared = await shares(`${JUNE}&against=weekdays`);
    expect(compared.map(([, before]) => before)).toEqual(own.map(([now]) => now));
  });

  it('are chosen in the bar, and stay on the next tab', async () => {
    await reader.open('carts', JUNE);
    await reader.page.getByText('Same weekdays', { exact: true }).click();
    await reader.page.waitForURL(/tab=carts.*against=weekdays/);
    await reader.page.locator('#tab a', { hasText: 'Customers' }).click();
    await reader.page.waitForURL(/tab=customers.*against=weekdays/);
  });
});
