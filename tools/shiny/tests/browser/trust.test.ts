import pg from 'pg';
import { PLANTED_ALERTS } from '../warehouse/planted-alerts';
import { aDashboardTestBed, JUNE } from './dashboard-test-bed';
import { aReader } from './reader';

const testBed = aDashboardTestBed();
const reader = aReader(testBed);

/** Rows of the warehouse, as the dashboard may read them. */
async function rowsOf(sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: process.env['DW_SHINY_URL'] });
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(sql);
  await client.end();
  return rows;
}

const [open, overInJune, overInMay] = PLANTED_ALERTS;
const shown = (words: string) => words.replace(/(\d),(\d{3})/g, '$1\u202f$2');

describe('Trust', () => {
  reader.openOnce(`tab=trust&${JUNE}`);
  beforeAll(() => reader.page.locator('#trust-headline').waitFor());

  it('names the open alert in its title, and shows those of the days with their numbers', async () => {
    expect(await reader.page.locator('#trust-headline').textContent()).toMatch(
      /accounted for\. 1 alert is open\.$/,
    );
    const rows = await rowsOf(
      'SELECT alert_id, observed, expected FROM dash.alerts ORDER BY alert_id LIMIT 2',
    );
    for (const [index, planted] of [open, overInJune].entries()) {
      const { alert_id: id, observed, expected } = rows[index] ?? {};
      expect(await reader.numberAt(`trust-alert-${String(id)}-observed`)).toBe(observed);
      expect(await reader.numberAt(`trust-alert-${String(id)}-expected`)).toBe(expected);
      expect({ observed, expected }).toEqual({ observed: planted.observed, expected: planted.expected });
      await reader.page.getByRole('rowheader', { name: shown(planted.words) }).waitFor();
    }
    expect(await reader.page.getByRole('rowheader', { name: shown(overInMay.words) }).count()).toBe(0);
  });

  it('shows the numbers of the last load', async () => {
    const [run] = await rowsOf(
      'SELECT run_id, loaded, duplicates, quarantined FROM etl_runs WHERE objects > 0 ORDER BY run_id DESC LIMIT 1',
    );
    for (const what of ['loaded', 'duplicates', 'quarantined'])
      expect(await reader.numberAt(`trust-run-${String(run?.['run_id'])}-${what}`)).toBe(run?.[what]);
  });

  it('shows the line in quarantine, with its object', async () => {
    const [line] = await rowsOf('SELECT object_key, line FROM etl_quarantine WHERE resolved_at IS NULL');
    const example = reader.page.locator('details', { hasText: '{"broken' });
    await example.locator('summary').click();
    expect(await example.textContent()).toContain(
      `Line ${String(line?.['line'])} of ${String(line?.['object_key'])}`,
    );
  });

  it('opens from links to the Ledger, as it was called', async () => {
    await reader.page.goto(testBed.addressOf(`tab=ledger&${JUNE}`));
    await reader.page.locator('#trust-headline').waitFor();
    expect(new URL(reader.page.url()).searchParams.get('tab')).not.toBe('today');
  });
});
