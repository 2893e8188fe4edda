import pg from 'pg';
import { plannedCarts, type PlannedCart } from '../warehouse/planned-carts';
import { aDashboardTestBed } from './dashboard-test-bed';
import { aReader } from './reader';

const APRIL = 'from=2026-04-01&to=2026-04-30';
const OUTCOMES = ['bought', 'recovered', 'emptied', 'abandoned'] as const;
const isOwn = ({ currency }: PlannedCart) => currency !== 'USD';
const isLeft = ({ outcome }: PlannedCart) => outcome === 'abandoned';
const worth = (carts: readonly PlannedCart[]) =>
  carts.filter(isOwn).reduce((sum, { value }) => sum + value, 0);
const isPerson = ({ device }: PlannedCart) => device !== 'bot';

const testBed = aDashboardTestBed();
const reader = aReader(testBed);

/** The carts worth a reminder, in the order of the list. */
function listOf(carts: readonly PlannedCart[]): PlannedCart[] {
  const rank = ({ reach }: PlannedCart) => (reach === 'unknown' ? 1 : 0);
  return carts
    .filter((cart) => isLeft(cart) && isOwn(cart) && cart.value > 0)
    .sort(
      (one, other) =>
        rank(one) - rank(other) || other.value - one.value || (one.cartId < other.cartId ? -1 : 1),
    );
}

async function expectOutcomes(carts: readonly PlannedCart[]): Promise<void> {
  const shown = (id: string) => reader.numberAt(`carts-${id}`);
  expect(await shown('begun')).toBe(carts.length);
  for (const outcome of OUTCOMES) {
    expect(await shown(`carts-${outcome}`)).toBe(carts.filter((cart) => cart.outcome === outcome).length);
  }
  const left = carts.filter(isLeft);
  expect(await shown('abandoned-share')).toBeCloseTo(left.length / carts.length, 12);
  for (const stage of ['cart', 'checkout'] as const) {
    expect(await shown(`value-left-${stage}`)).toBe(worth(left.filter((cart) => cart.stage === stage)));
  }
  for (const outcome of ['bought', 'recovered'] as const) {
    expect(await shown(`value-${outcome}`)).toBe(worth(carts.filter((cart) => cart.outcome === outcome)));
  }
  const minutes = [0, 1, 5, 15, 60, 1440, Infinity];
  for (const [place, from] of minutes.slice(0, -1).entries()) {
    const used = ({ startedAt, leftAt }: PlannedCart) => (leftAt - startedAt) / 60_000;
    const until = minutes[place + 1] ?? 0;
    const within = left.filter((cart) => used(cart) >= from && used(cart) < until);
    expect(await reader.numberAt(`carts-age-${from}`)).toBe(within.length);
  }
  const products = new Map<string, number>();
  for (const { productId } of listOf(carts)) products.set(productId, (products.get(productId) ?? 0) + 1);
  for (const [productId, count] of products) {
    expect(await reader.numberAt(`carts-lying-${productId}`)).toBe(count);
  }
  const list = listOf(carts);
  expect(await shown('listed')).toBe(list.length);
  expect(await shown('reachable')).toBe(list.filter(({ reach }) => reach !== 'unknown').length);
  expect(await shown('reachable-value')).toBe(worth(list.filter(({ reach }) => reach !== 'unknown')));
  const rows = await reader.page.locator('#carts-left tbody th').allTextContents();
  expect(rows).toEqual(list.slice(0, 50).map(({ cartId }) => cartId));
}

async function expectGroups(
  carts: readonly PlannedCart[],
  split: string,
  keyOf: (cart: PlannedCart) => string,
) {
  await reader.page.locator(`button[data-input="carts-split"][data-value="${split}"]`).click();
  await reader.page.locator(`td[id^="carts-${split}-"]`).first().waitFor();
  for (const key of new Set(carts.map(keyOf))) {
    const group = carts.filter((cart) => keyOf(cart) === key);
    const shown = (column: string) => reader.numberAt(`carts-${split}-${key}-${column}`);
    expect(await shown('begun')).toBe(group.length);
    expect(await shown('abandoned')).toBe(group.filter(isLeft).length);
    expect(await shown('sold')).toBe(group.filter(({ outcome }) => /bought|recovered/.test(outcome)).length);
    expect(await shown('value')).toBe(worth(group.filter(isLeft)));
  }
}

function bandOf(cart: PlannedCart): string {
  if (!isOwn(cart)) return 'other_currency';
  if (cart.value === 0) return '0';
  const digits = String(cart.value);
  return (Number(digits[0]) >= 5 ? '5' : '1') + '0'.repeat(digits.length - 1);
}

describe('the tab of carts', () => {
  it.each([
    ['all traffic', `${APRIL}&traffic=all`, () => true],
    ['people only', APRIL, isPerson],
    ['people without staff', `${APRIL}&traffic=shoppers`, (cart) => isPerson(cart) && !cart.isStaff],
    [
      'people who are logged in',
      `${APRIL}&login=logged_in`,
      (cart) => isPerson(cart) && cart.loginState === 'logged_in',
    ],
    [
      'guests of a week',
      'from=2026-04-06&to=2026-04-12&login=guest&traffic=all',
      ({ loginState, startedAt }) =>
        loginState === 'guest' &&
        startedAt >= Date.parse('2026-04-05T17:00:00Z') &&
        startedAt < Date.parse('2026-04-12T17:00:00Z'),
    ],
  ] satisfies [string, string, (cart: PlannedCart) => boolean][])(
    'shows the planned carts: %s',
    async (_, query, isChosen) => {
      const carts = plannedCarts().filter(isChosen);
      expect(carts.length).toBeGreaterThan(10);
      await reader.open('carts', query);
      await reader.page.locator('#carts-left').waitFor();
      await expectOutcomes(carts);
      await expectGroups(carts, 'channel', ({ channel }) => channel);
      await expectGroups(carts, 'login_state', ({ loginState }) => loginState);
      await expectGroups(carts, 'value', bandOf);
      await expectGroups(carts, 'device', ({ device }) => device);
    },
  );

  it('names in its title the abandoned carts and their value in each currency', async () => {
    await reader.open('carts', APRIL);
    const headline = (await reader.page.locator('#carts-headline').textContent()) ?? '';
    const left = plannedCarts().filter((cart) => isPerson(cart) && isLeft(cart));
    const inDong = `${worth(left).toLocaleString('vi-VN')} ₫`;
    const dollars = left.filter((cart) => !isOwn(cart)).reduce((sum, { value }) => sum + value, 0) / 100;
    const inDollars = `${dollars.toLocaleString('vi-VN', { minimumFractionDigits: 2 })} $`;
    const atCheckout = worth(left.filter(({ stage }) => stage === 'checkout')) / worth(left);
    expect(headline.replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(
      `${left.length} carts worth ${inDong} and ${inDollars} were abandoned; ` +
        `${Math.round(atCheckout * 100)} % of the value in VND had reached checkout.`,
    );
  });

  it('goes through the list by pages, and gives all of it as CSV', async () => {
    await reader.open('carts', `${APRIL}&traffic=all`);
    const list = listOf(plannedCarts());
    await reader.page.locator('#carts-left + *, .pages').getByRole('button', { name: 'Next' }).click();
    await reader.page.getByText('Page 2 of').waitFor();
    expect(await reader.page.locator('#carts-left tbody th').allTextContents()).toEqual(
      list.slice(50, 100).map(({ cartId }) => cartId),
    );
    const answer = await reader.page.request.get(
      testBed.addressOf(`${APRIL}&traffic=all`).replace('/?', '/carts.csv?'),
    );
    const [head, ...lines] = (await answer.text()).trim().split('\r\n');
    expect(head).toBe('cart_id,reach,value,pieces,stage,left_at,bought_since,device,channel');
    const onTheClock = (time: number) =>
      new Date(time + 7 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
    expect(lines.map((line) => line.replaceAll('"', ''))).toEqual(
      list.map((cart) =>
        [
          cart.cartId,
          cart.reach,
          cart.value,
          cart.pieces,
          cart.stage,
          onTheClock(cart.leftAt),
          'no',
          cart.device,
          cart.channel,
        ].join(','),
      ),
    );
  });

  it('shows SQL that returns its numbers when pasted', async () => {
    await reader.open('carts', APRIL);
    const client = new pg.Client({ connectionString: process.env['DW_SHINY_URL'] });
    await client.connect();
    const statement = (await reader.page.locator('#carts-sql-outcomes').textContent()) ?? '';
    const { rows } = await client.query<Record<string, string>>(statement);
    await client.end();
    for (const outcome of OUTCOMES) {
      expect(await reader.numberAt(`carts-carts-${outcome}`)).toBe(Number(rows[0]?.[outcome]));
    }
  });
});
