import { LANDING, listNameOf, PLANNED_TERMS, REVENUE_AFTER_SEARCH } from '../warehouse/planned-searches';
import { aDashboardTestBed } from './dashboard-test-bed';
import { aReader } from './reader';

const MARCH = 'from=2026-03-16&to=2026-03-31';
const terms = Object.entries(PLANNED_TERMS).sort(([, a], [, b]) => b.searches - a.searches);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const searches = sum(terms.map(([, term]) => term.searches));
const none = terms.filter(([, { results }]) => results === 0);

const testBed = aDashboardTestBed();
const reader = aReader(testBed);

const drawn = () => reader.page.locator('#pages-all-terms').waitFor();
const numbersOfRows = async (table: string) => {
  const shown = reader.page.locator(`#${table} tbody tr`);
  await shown.first().waitFor();
  return shown.evaluateAll((rows) =>
    rows.map((row) => [
      row.querySelector('th')?.textContent,
      ...[...row.querySelectorAll('td')].map((cell) => Number(cell.getAttribute('data-value'))),
    ]),
  );
};

describe('Pages & search', () => {
  reader.openOnce(`tab=pages&${MARCH}`);
  beforeAll(drawn);

  it('counts the planned searches, and the actions after them', async () => {
    expect(await reader.numberAt('pages-searches')).toBe(searches);
    const empty = sum(none.map(([, term]) => term.searches));
    expect(await reader.numberAt('pages-empty')).toBe(empty);
    expect(await reader.page.locator('#pages-headline').textContent()).toBe(
      `${empty} of ${searches - 4} searches found nothing; most often “mechanical keyboard” (12 times).`,
    );
    expect(await numbersOfRows('pages-all-terms')).toEqual(
      terms.map(([name, { results, searches: all, opened: seen, orders }]) => [
        name,
        all,
        results === 0 ? all : 0,
        seen,
        0,
        orders,
        orders * REVENUE_AFTER_SEARCH,
      ]),
    );
    await reader.page.getByText('“laptop stand” finds products that shoppers do not open').waitFor();
  });

  it('names the landing page whose sessions see no other page', async () => {
    const short = Math.ceil(searches / 3);
    const landings = await numbersOfRows('pages-landings');
    expect(landings.map((row) => row.slice(0, 3))).toEqual([
      [LANDING.home, searches - short, 0],
      [LANDING.category, short, short],
    ]);
    const name = `100 % of sessions that begin on ${LANDING.category} see no other page`;
    await reader.page.getByRole('heading', { name }).waitFor();
  });

  it('counts what was seen, clicked and ordered in each list, and names the one that is clicked less', async () => {
    const seen = terms.filter(([, { results }]) => results);
    expect(await numbersOfRows('pages-all-lists')).toEqual(
      seen.map(([, term]) => [
        listNameOf(term),
        term.searches * (term.results ?? 0),
        term.opened,
        0,
        term.orders,
        term.orders * REVENUE_AFTER_SEARCH,
      ]),
    );
    const name =
      'Of 250 products seen in “search:laptop stand”, 2.0 % are clicked, fewer than in other lists';
    await reader.page.getByRole('heading', { name }).waitFor();
  });

  it('gives the searches as CSV', async () => {
    const address = await reader.page.locator('a[download="searches.csv"]').getAttribute('href');
    const answer = await reader.page.request.get(new URL(address ?? '', reader.page.url()).href);
    const [head, ...lines] = (await answer.text()).trim().split('\r\n');
    expect(head?.replace('\ufeff', '')).toBe('term,searches,empty,unknown,opened,carted,orders,net');
    expect(lines).toHaveLength(terms.length);
    expect(lines[0]).toBe('"monitor","60","0","0","45","0","6","12000000"');
  });
});

describe('a choice on Pages & search', () => {
  it('shows the positions of one list, at an address that opens the same', async () => {
    await reader.open('pages', MARCH);
    await drawn();
    const position = (nth: number) => reader.page.locator(`li:has(#pages-position-${nth})`);
    await position(1).waitFor();
    await reader.page.locator('#pages-list').selectOption('search:monitor');
    await reader.page.waitForURL(/list=search%3Amonitor/);
    await reader.page.getByRole('heading', { name: /^The first position is clicked more often/ }).waitFor();
    expect(await position(1).textContent()).toContain('30 of 60 seen');
    await reader.open('pages', `${MARCH}&list=search%3Alaptop%20stand`);
    await position(1).waitFor();
    expect(await reader.page.locator('#pages-list').inputValue()).toBe('search:laptop stand');
    expect(await position(2).textContent()).toContain('1 of 50 seen');
  });

  it('shows only the searches without results, at an address that opens the same', async () => {
    await reader.open('pages', MARCH);
    await drawn();
    await reader.page.locator('button[data-input="pages-terms"][data-value="nothing"]').click();
    await reader.page.waitForURL(/terms=nothing/);
    await reader.open('pages', `${MARCH}&terms=nothing`);
    await drawn();
    expect((await numbersOfRows('pages-all-terms')).map(([name]) => name)).toEqual(
      none.map(([name]) => name),
    );
  });
});
