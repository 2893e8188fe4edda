import pg from 'pg';
import { ONLY_BOOKED, WRONG_BY } from '../../warehouse/planned-books';
import { aDashboardTestBed, JUNE } from '../dashboard-test-bed';
import { aReader } from '../reader';

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

describe('Books', () => {
  reader.openOnce(`tab=books&${JUNE}`);
  beforeAll(() => reader.page.locator('#books-headline').waitFor());

  it.each(Object.entries(ONLY_BOOKED))(
    'names the planned order under %s, with its money',
    async (key, planned) => {
      expect(await reader.numberAt(`books-class-${key}-entries`)).toBe(1);
      expect(await reader.numberAt(`books-class-${key}-difference-VND`)).toBe(planned.amount);
      await reader.page.locator(`#books-classes button[data-value="${key}"]`).click();
      await reader.page.locator('#books-entries').getByRole('rowheader', { name: planned.orderId }).waitFor();
      await reader.page.waitForURL(new RegExp(`entry=${key}`));
    },
  );

  it('names the one wrong amount, and leaves nothing unexplained in any currency', async () => {
    expect(await reader.numberAt('books-class-order-wrong-amount-entries')).toBe(1);
    expect(await reader.numberAt('books-class-order-wrong-amount-difference-VND')).toBe(WRONG_BY);
    const totals = await rowsOf(`SELECT DISTINCT currency FROM dash.books_daily`);
    for (const { currency } of totals)
      expect(await reader.numberAt(`books-total-${String(currency)}-unexplained`)).toBe(0);
  });

  it.each(['books', 'analytics'])('gives the total of %s when its SQL is pasted', async (side) => {
    const rows = await rowsOf((await reader.page.locator(`#books-sql-${side}`).textContent()) ?? '');
    expect(rows.length).toBeGreaterThan(0);
    for (const { currency, [side]: total } of rows)
      expect(await reader.numberAt(`books-total-${String(currency)}-${side}`)).toBe(Number(total));
  });

  it('shows the coverage that the rows of the warehouse have', async () => {
    const [all] = await rowsOf(
      `SELECT sum(book_orders)::integer AS booked, sum(seen_orders)::integer AS seen FROM dash.books_daily`,
    );
    expect(await reader.numberAt('books-booked')).toBe(all?.['booked']);
    expect(await reader.numberAt('books-seen')).toBe(all?.['seen']);
  });

  it('gives the rows of a class as a file', async () => {
    const file = testBed.fileAt(`books.csv?${JUNE}&entry=order-missing-unknown`);
    const answer = await reader.page.request.get(file);
    const lines = (await answer.text()).trim().split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain('"BOOK-UNKNOWN"');
    expect(lines[1]).toContain('"8000000"');
  });

  it('says which days the books cover where there are none', async () => {
    await reader.page.goto(testBed.addressOf('tab=books&from=2026-05-01&to=2026-05-31'));
    await reader.page.getByText('Nothing in the books of these days').waitFor();
  });
});
