import { aDashboardTestBed } from './dashboard-test-bed';
import { aReader } from './reader';

const testBed = aDashboardTestBed();
const reader = aReader(testBed);

const TEN_DAYS = 'from=2026-07-06&to=2026-07-15';
/** The ten days, two whole weeks earlier. */
const EARLIER = 'from=2026-06-22&to=2026-07-01';
const THE_DAYS_BEFORE = 'from=2026-06-26&to=2026-07-05';

const numberOf = async (tab: string, days: string, id: string) => {
  await reader.open(tab, days);
  await reader.page.locator(`#${id}`).waitFor();
  return reader.numberAt(id);
};

describe('The days to compare with', () => {
  reader.openOnce(`tab=time&${TEN_DAYS}`);

  it.each([
    ['time', 'time-total-before', 'time-total'],
    ['products', 'products-P-2-before_views', 'products-P-2-views'],
  ])('on %s are the previous ones, or the same weekdays two weeks earlier', async (tab, before, now) => {
    const [earlier, previous] = [
      await numberOf(tab, EARLIER, now),
      await numberOf(tab, THE_DAYS_BEFORE, now),
    ];
    expect(earlier).not.toBe(previous);
    expect(await numberOf(tab, `${TEN_DAYS}&against=weekdays`, before)).toBe(earlier);
    expect(await numberOf(tab, TEN_DAYS, before)).toBe(previous);
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
    const compared = await shares(`${TEN_DAYS}&against=weekdays`);
    expect(compared.map(([, before]) => before)).toEqual(own.map(([now]) => now));
  });

  it('are chosen in the bar, and stay on the next tab', async () => {
    await reader.open('carts', TEN_DAYS);
    await reader.page.getByText('Same weekdays', { exact: true }).click();
    await reader.page.waitForURL(/tab=carts.*against=weekdays/);
    await reader.page.locator('#tab a', { hasText: 'Customers' }).click();
    await reader.page.waitForURL(/tab=customers.*against=weekdays/);
  });
});
