import pg from 'pg';
import { plannedOrders, type PlannedOrder } from '../warehouse/planned-buyers';
import { tipAfter } from './chart-tips';
import { aDashboardTestBed } from './dashboard-test-bed';
import { aReader } from './reader';

const DECEMBER = 'from=2025-12-01&to=2025-12-31';
const CLOCK = 7 * 3_600_000;
const DAY = 86_400_000;
const WEEK = 7 * DAY;
/** A Monday on the shop's clock. */
const EPOCH = Date.parse('1970-01-05T00:00:00Z');

const testBed = aDashboardTestBed();
const reader = aReader(testBed);

interface Choice {
  readonly from?: string;
  readonly to?: string;
  readonly counts: (order: PlannedOrder) => boolean;
  readonly login?: string;
}

/** All that the tab shows, counted from the planned orders one by one. */
function countOf({ from = '2025-12-01', to = '2025-12-31', counts, login }: Choice) {
  const since = Date.parse(from) - CLOCK;
  const until = Date.parse(to) - CLOCK + DAY;
  const isChosen = ({ at, loginState }: PlannedOrder) =>
    at >= since && at < until && (login === undefined || loginState === login);
  const histories = new Map<string, PlannedOrder[]>();
  const all = plannedOrders()
    .filter(counts)
    .sort((one, other) => one.at - other.at || (one.orderId < other.orderId ? -1 : 1));
  for (const order of all)
    if (order.person !== null) histories.set(order.person, [...(histories.get(order.person) ?? []), order]);
  const buyers = [...histories.values()].filter((orders) => orders.some(isChosen));
  const fresh = buyers.filter(([first]) => first !== undefined && isChosen(first));
  const net = (orders: readonly PlannedOrder[]) =>
    orders.filter(({ currency }) => currency !== 'USD').reduce((sum, order) => sum + order.net, 0);
  const gaps = fresh
    .flatMap(([first, second]) => (first && second ? [(second.at - first.at) / DAY] : []))
    .sort((one, other) => one - other);
  const unknown = all.filter((order) => order.person === null && isChosen(order));
  const middle = (gaps.length - 1) / 2;
  const shown = {
    buyers: buyers.length,
    new: fresh.length,
    returning: buyers.filter((orders) => orders.slice(1).some(isChosen)).length,
    'new-net': net(fresh.flatMap((orders) => orders.slice(0, 1))),
    'returning-net': net(buyers.flatMap((orders) => orders.slice(1).filter(isChosen))),
    decided: fresh.length,
    repeated: gaps.filter((gap) => gap < 60).length,
    pending: 0,
    again: gaps.length,
    'median-days': ((gaps[Math.floor(middle)] ?? 0) + (gaps[Math.ceil(middle)] ?? 0)) / 2,
    unknown: unknown.length,
    'unknown-net': net(unknown),
  };
  return { shown, cohorts: cohortsOf(fresh, net) };
}

function cohortsOf(fresh: readonly PlannedOrder[][], net: (orders: readonly PlannedOrder[]) => number) {
  const weekOf = (order: PlannedOrder | undefined) => Math.floor(((order?.at ?? 0) + CLOCK - EPOCH) / WEEK);
  const weeks = [...new Set(fresh.map(([first]) => weekOf(first)))].sort((one, other) => one - other);
  return weeks.map((week) => {
    const buyers = fresh.filter(([first]) => weekOf(first) === week);
    const cells = Array.from({ length: 13 }, (_, later) => ({
      share:
        buyers.filter((orders) => orders.slice(1).some((order) => weekOf(order) === week + later)).length /
        buyers.length,
      revenue: net(buyers.flat().filter((order) => weekOf(order) <= week + later)) / buyers.length,
    }));
    return { monday: new Date(EPOCH + week * WEEK).toISOString().slice(0, 10), buyers: buyers.length, cells };
  });
}

const drawn = async () => {
  await reader.page.locator('#customers-headline').waitFor();
  await reader.page.locator('#customers-cohorts-buyers').waitFor();
};
const opened = async (query: string) => {
  await reader.open('customers', query);
  await drawn();
};

async function expectCells(cohorts: ReturnType<typeof cohortsOf>, what: 'share' | 'revenue') {
  const values = await reader.page
    .locator('.cohorts tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll('td')].map((cell) => Number(cell.getAttribute('data-value'))),
      ),
    );
  expect(values).toHaveLength(cohorts.length);
  for (const [place, { monday, buyers, cells }] of cohorts.entries()) {
    expect(await reader.numberAt(`customers-cohort-${monday}-buyers`)).toBe(buyers);
    for (const [week, cell] of cells.entries()) expect(values[place]?.[week]).toBeCloseTo(cell[what], 8);
  }
}

const isPerson = ({ isBot }: PlannedOrder) => !isBot;

describe('the tab of customers', () => {
  it.each([
    ['all traffic', `${DECEMBER}&traffic=all`, { counts: () => true }],
    ['people only', DECEMBER, { counts: isPerson }],
    [
      'people without staff',
      `${DECEMBER}&traffic=shoppers`,
      { counts: (order) => isPerson(order) && !order.isStaff },
    ],
    ['guests', `${DECEMBER}&login=guest`, { counts: isPerson, login: 'guest' }],
    [
      'who was logged in, of a week',
      'from=2025-12-08&to=2025-12-14&login=logged_in',
      { counts: isPerson, login: 'logged_in', from: '2025-12-08', to: '2025-12-14' },
    ],
  ] satisfies [string, string, Choice][])('shows the planned buyers: %s', async (_, query, choice) => {
    const { shown, cohorts } = countOf(choice);
    expect(shown.repeated).toBeGreaterThan(0);
    expect(shown.returning).toBeGreaterThan(0);
    await opened(query);
    const page = Object.fromEntries(
      await Promise.all(
        Object.keys(shown).map(async (id) => [id, await reader.numberAt(`customers-${id}`)] as const),
      ),
    );
    expect(page['median-days']).toBeCloseTo(shown['median-days'], 8);
    expect({ ...page, 'median-days': 0 }).toEqual({ ...shown, 'median-days': 0 });
    expect(await reader.numberAt('customers-repeat')).toBeCloseTo(shown.repeated / shown.decided, 12);
    await expectCells(cohorts, 'share');
  });

  it('names in its title the share of first-time buyers who came back', async () => {
    await opened('from=2025-12-16&to=2025-12-31');
    const { shown } = countOf({ counts: isPerson, from: '2025-12-16', to: '2025-12-31' });
    const share = Math.round((100 * shown.repeated) / shown.decided);
    const headline = (await reader.page.locator('#customers-headline').textContent()) ?? '';
    expect(headline.replaceAll('\u202f', ' ')).toMatch(
      `${share} % of ${shown.decided} first-time buyers ordered again within 60 days`,
    );
    const { shown: before } = countOf({ counts: isPerson, from: '2025-11-30', to: '2025-12-15' });
    expect(await reader.page.locator('#customers-note').textContent()).toContain(
      `Previous period: ${before.repeated} of ${before.decided}`,
    );
  });

  it('shows net revenue per buyer by a choice that is in the address', async () => {
    await opened(DECEMBER);
    await reader.page.locator('button[data-input="customers-cohorts"][data-value="revenue"]').click();
    await reader.page.waitForURL(/tab=customers.*cohorts=revenue/);
    await opened(`${DECEMBER}&cohorts=revenue`);
    await expectCells(countOf({ counts: isPerson }).cohorts, 'revenue');
  });
});

describe('one page with the tab of customers', () => {
  reader.openOnce(`tab=customers&${DECEMBER}`);
  beforeAll(drawn);

  it('steps through the weeks with the arrow keys', async () => {
    const [cohort] = countOf({ counts: isPerson }).cohorts;
    const share = Math.round((cohort?.cells[1]?.share ?? 0) * (cohort?.buyers ?? 0));
    const expected = new RegExp(`^${share} of ${cohort?.buyers} first-time buyers ordered again`, 'm');
    const keys = ['ArrowRight', 'ArrowRight'];
    expect(await tipAfter(reader.page, '.cohorts table', keys, expected)).toMatch(expected);
  });

  it('gives the cohorts as CSV', async () => {
    const address = await reader.page.locator('a[download="cohorts.csv"]').getAttribute('href');
    const answer = await reader.page.request.get(new URL(address ?? '', reader.page.url()).href);
    const [head, ...lines] = (await answer.text()).trim().split('\r\n');
    expect(head?.replace('\ufeff', '')).toBe('cohort,buyers,week,state,again,share,net,total,per_buyer');
    const { cohorts } = countOf({ counts: isPerson });
    expect(lines.map((line) => line.replaceAll('"', '').split(',').slice(0, 4).join(','))).toEqual(
      cohorts.flatMap(({ monday, buyers, cells }) =>
        cells.map((_, week) => `${monday},${buyers},${week},over`),
      ),
    );
  });

  it('shows SQL that returns its numbers when pasted', async () => {
    const { shown } = countOf({ counts: isPerson });
    const client = new pg.Client({ connectionString: process.env['DW_SHINY_URL'] });
    await client.connect();
    const run = async (id: string) => {
      const statement = (await reader.page.locator(`#customers-sql-${id}`).textContent()) ?? '';
      return (await client.query<Record<string, string>>(statement)).rows[0] ?? {};
    };
    const [buyers, again] = [await run('buyers'), await run('repeat')];
    await client.end();
    for (const [column, value] of Object.entries({ ...buyers, ...again })) {
      const expected = { ...shown, 'pending-repeated': 0 }[column.replaceAll('_', '-') as keyof typeof shown];
      expect(Number(value)).toBeCloseTo(expected, 8);
    }
  });
});
