import pg from 'pg';
import { aDashboardTestBed } from '../dashboard-test-bed';
import { aReader } from '../reader';

const testBed = aDashboardTestBed();
const reader = aReader(testBed);

async function ask(sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: process.env['DW_ADMIN_URL'] });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

beforeEach(() => ask('DELETE FROM saved_views'));

const sheet = () => reader.page.locator('.saved-views');
const said = (text: RegExp) => reader.page.locator('#views-said', { hasText: text }).waitFor();

async function saveAs(name: string): Promise<void> {
  await reader.page.getByLabel('Save what is shown as').fill(name);
  await sheet().getByRole('button', { name: 'Save', exact: true }).click();
}

describe('Saved views', () => {
  it('are saved, opened, renamed and deleted by name, for all readers', async () => {
    await reader.open('funnel', 'period=30&login=guest&by=channel&device=mobile');
    await sheet().locator('> summary').click();
    await saveAs(' ');
    await said(/Give the view a name first/);
    await saveAs('Guests – phones');
    await said(/Saved as/);
    const [row] = await ask('SELECT name, address FROM saved_views');
    expect(row).toEqual({
      name: 'Guests – phones',
      address: '?tab=funnel&period=30&login=guest&traffic=people&device=mobile&by=channel',
    });
    await saveAs('guests – PHONES');
    await said(/already: choose another name/);

    await sheet().getByLabel('Change Guests – phones').click();
    await sheet().getByLabel('New name').fill('Phones');
    await sheet().getByRole('button', { name: 'Rename' }).click();
    await said(/is now “Phones”/);

    await reader.open('time', 'period=7');
    await sheet().locator('> summary').click();
    await sheet().getByRole('link', { name: 'Phones' }).click();
    await reader.page.waitForURL(/tab=funnel.*by=channel/);
    await reader.page.goBack();
    await reader.page.waitForURL(/tab=time/);

    await sheet().locator('> summary').click();
    await sheet().getByLabel('Change Phones').click();
    await sheet().getByRole('button', { name: 'Delete Phones' }).click();
    expect(await ask('SELECT FROM saved_views')).toHaveLength(1);
    await sheet().getByRole('button', { name: 'Delete Phones' }).click();
    await said(/Deleted “Phones”/);
    expect(await ask('SELECT FROM saved_views')).toHaveLength(0);
  });

  it('open by a link with their name; a name that nobody saved is a calm sentence', async () => {
    await reader.open('time', 'period=all&count=orders');
    await sheet().locator('> summary').click();
    await saveAs('By hour');
    await said(/Saved as/);
    await reader.page.goto(testBed.addressOf('view=by%20hour'));
    await reader.page.waitForURL(/tab=time&period=all.*count=orders/);
    await reader.page.locator('#time-headline').waitFor();
    await reader.page.goto(testBed.addressOf('view=by%20nobody'));
    await reader.page.getByText('There is no saved view “by nobody”').waitFor();
    expect(await reader.page.locator('.state-error').count()).toBe(0);
  });
});
