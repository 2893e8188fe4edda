import { aDashboardTestBed } from './dashboard-test-bed';
import { aReader } from './reader';

const testBed = aDashboardTestBed();
const reader = aReader(testBed);
const MAY = 'from=2026-05-01&to=2026-05-31&traffic=people';

const filtersIn = (address: string) => {
  const query = new URL(address).searchParams;
  return Object.fromEntries(['campaign', 'device'].map((name) => [name, query.get(name)]));
};

it('narrows the counts to a campaign and a device, as a link that opens the same view, until Back', async () => {
  const { page } = reader;
  const sessions = () => reader.numberAt('overview-sessions');
  const shows = (count: number) => page.locator(`#overview-sessions[data-value="${count}"]`).waitFor();
  await reader.open('overview', MAY);
  await page.locator('#overview-headline').waitFor();
  const all = await sessions();
  await page.getByText('More filters').click();
  await page.getByLabel('Campaign').selectOption('spring_letter');
  await shows(240);
  await page.getByLabel('Device').selectOption('mobile');
  await shows(120);
  await page.getByRole('button', { name: 'Remove Device: Mobile' }).waitFor();
  await page.waitForURL(/device=mobile/);
  const link = page.url();
  expect(filtersIn(link)).toEqual({ campaign: 'spring_letter', device: 'mobile' });

  const other = await page.context().newPage();
  await other.goto(link);
  await other.locator('#overview-sessions[data-value="120"]').waitFor();
  await other.locator('#tab a[data-value="books"]').click();
  await other.getByText('filters of sessions and products do not apply here').waitFor();
  await other.close();

  await page.goBack();
  await shows(240);
  expect(filtersIn(page.url())).toEqual({ campaign: 'spring_letter', device: null });
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Remove Campaign: spring_letter' }).click();
  await shows(all);
  expect(filtersIn(page.url())).toEqual({ campaign: null, device: null });
  expect(await page.locator('.chip').count()).toBe(0);
});
