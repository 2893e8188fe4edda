import { randomBytes } from 'node:crypto';
import { form } from './testing/attack';
import { anAttackedShop, type AttackedShop } from './testing/attacked-shop';
import { READS } from './testing/reads';
import { FOREIGN, LONG, TAMPERED } from './testing/sent';

/** Words that no answer may have: the victim, secrets, and the insides of the shop. */
const LEAKS =
  /Nguyễn An|\ban@example\.com|0912345678|1 Lê Lợi|SELECT |postgres|QueryFailed|\.ts:\d+|node_modules/;

let shop: AttackedShop;
let before: string;
beforeAll(async () => {
  shop = await anAttackedShop();
  before = await shop.state();
});
afterAll(() => shop.close());

describe.each([
  ['what belongs to somebody else', READS],
  ['another site', FOREIGN],
  ['values that no page sends', TAMPERED],
  ['long texts', LONG],
])('%s', (_, attacks) => {
  it.each(attacks.map((attack) => [attack.name, attack.status, attack] as const))(
    '%s: %i, nothing said, nothing changed',
    async (_name, status, attack) => {
      const answer = await attack.send(shop);
      const text = await answer.text();
      expect(text).not.toMatch(LEAKS);
      expect(text).toMatch(attack.says ?? '');
      expect(answer.headers.getSetCookie().join()).not.toMatch(/[\w-]{43}/);
      expect(answer.status).toBe(status);
      expect(await shop.state()).toBe(before);
    },
  );
});

it('the same calls by those who may make them are no attacks', async () => {
  const { call, cookies, orderId, total } = shop;
  const order = form({ expectedTotal: String(total) });
  const placed = await call('placeOrder', [{}, order], { cookie: cookies.cart });
  expect(placed.headers.get('x-action-redirect')).toMatch(/^\/order\/SBW-/);
  await call('changeStatus', [{}, form({ orderId, to: 'packed' })], { cookie: cookies.staff });
  expect((await shop.built.shop.deskOrder({ orderId }))?.status).toBe('packed');
});

it('guessed numbers of orders look like that of another’s order', async () => {
  const page = async (id: string) => (await shop.built.get(`/order/${id}`, shop.cookies.customer)).text();
  const bare = (html: string, id: string) =>
    html.replaceAll(id, '').replace(/nonce="[^"]*"|[0-9a-f]{8}-[0-9a-f-]{27}/g, '');
  const theirs = bare(await page(shop.orderId), shop.orderId);
  for (let tries = 0; tries < 20; tries++) {
    const id = `SBW-${[...randomBytes(8)].map((byte) => '23456789ABCDEFGHJKMNPQRSTVWXYZ'[byte % 30]).join('')}`;
    expect(bare(await page(id), id)).toBe(theirs);
  }
});

describe('a sign-in', () => {
  const signIn = (password: string, next = '/') =>
    shop.call('signIn', [{}, form({ email: 'lan@shop.example', password, next })], { path: '/sign-in' });
  const PASSWORD = 'Correct-horse-7';

  it.each(['https://other.example/', '//other.example', '/\\other.example', 'javascript:alert(1)'])(
    'leads to the shop instead of to %s',
    async (next) => {
      const answer = await signIn(PASSWORD, next);
      expect(answer.headers.get('x-action-redirect')).toMatch(/^\/;/);
      const page = await shop.built.get(`/sign-in?next=${encodeURIComponent(next)}`, shop.cookies.customer);
      expect(page.headers.get('location')).toBe('/');
    },
  );

  it('is refused after ten wrong passwords, even with the right one, and says no more', async () => {
    const wrong = await signIn('Wrong-horse-1');
    expect(await wrong.text()).toContain('Email address or password is incorrect.');
    await Promise.all(Array.from({ length: 15 }, () => signIn('Wrong-horse-1')));
    const refused = await signIn(PASSWORD);
    expect(await refused.text()).toContain('Too many attempts');
    expect(refused.headers.getSetCookie()).toEqual([]);
  });
});

it('a search too many is refused with 429 and the seconds to wait', async () => {
  const search = () => shop.built.get('/search/suggestions?q=lap');
  const statuses: number[] = [];
  for (let batch = 0; batch < 6; batch++)
    statuses.push(...(await Promise.all(Array.from({ length: 50 }, search))).map(({ status }) => status));
  expect(new Set(statuses)).toEqual(new Set([200, 429]));
  const refused = await search();
  expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
  expect((await shop.built.get('/product/kestrel-x14')).status).toBe(200);
});
