import pg from 'pg';
import { aDashboardTestBed, JUNE } from './dashboard-test-bed';
import { aReader } from './reader';

const testBed = aDashboardTestBed();
const reader = aReader(testBed);

const rows = () => reader.page.locator('#events-rows tbody tr');
const choose = (set: string) => reader.page.locator(`#events-behind button[data-value="${set}"]`).click();

/** Asks the warehouse where the event of a row is stored. */
async function placeOf(eventId: string): Promise<string> {
  const client = new pg.Client({ connectionString: process.env['DW_SHINY_URL'] });
  await client.connect();
  const found = await client.query<{ place: string }>(
    `SELECT concat_ws(' ', object_key, 'line', source_line) AS place
     FROM clickstream_events JOIN etl_objects ON object_id = source_object_id WHERE event_id = $1`,
    [eventId],
  );
  await client.end();
  return found.rows[0]?.place ?? '';
}

describe('The events behind a tab', () => {
  reader.openOnce(`tab=overview&${JUNE}`);
  beforeAll(async () => {
    await reader.page.locator('#overview-headline').waitFor();
    await reader.page.locator('#events-behind > summary').click();
  });

  it.each([
    ['page_views', 'overview-page_views'],
    ['sessions', 'overview-sessions'],
  ])('are as many as the tile of %s says, each with its object and line', async (set, tile) => {
    await choose(set);
    await reader.page.waitForURL(new RegExp(`events=${set}`));
    const number = await reader.page.locator(`#${tile}`).getAttribute('data-value');
    await reader.page.locator(`#events-total[data-value="${number}"]`).waitFor();
    const id = (await rows().first().getAttribute('id')) ?? '';
    const shown = await rows().first().locator('td').last().innerText();
    expect(shown).toBe(await placeOf(id.replace('event-', '')));
  });

  it('come in pages', async () => {
    const total = await reader.numberAt('overview-page_views');
    expect(total).toBeGreaterThan(50);
    await choose('page_views');
    await reader.page.getByText(`Page 1 of ${Math.ceil(total / 50)}`).waitFor();
    expect(await rows().count()).toBe(50);
    const first = await rows().first().getAttribute('id');
    await reader.page.locator('#events-behind').getByRole('button', { name: 'Next' }).click();
    await reader.page.getByText(`Page 2 of ${Math.ceil(total / 50)}`).waitFor();
    expect(await rows().first().getAttribute('id')).not.toBe(first);
  });

  it('are a file, with all of them', async () => {
    const total = await reader.numberAt('overview-page_views');
    const answer = await reader.page.request.get(testBed.fileAt(`events.csv?${JUNE}&events=page_views`));
    const lines = (await answer.text()).trim().split('\r\n');
    expect(lines).toHaveLength(1 + total);
    expect(lines[1]).toMatch(/"page_view",.*"events\/[^"]+","\d+"$/);
  });

  it('are those of the tab', async () => {
    await reader.page.locator('#tab a[data-value="pages"]').click();
    const set = reader.page.locator('#events-behind button[data-value="searches"]');
    await set.waitFor();
    expect(await reader.page.locator('#events-behind button[data-value="page_views"]').count()).toBe(0);
  });
});
