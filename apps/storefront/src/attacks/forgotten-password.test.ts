import { cognito } from '../account/cognito';
import { form } from './testing/attack';
import { anAttackedShop, type AttackedShop } from './testing/attacked-shop';

let shop: AttackedShop;
beforeAll(async () => {
  shop = await anAttackedShop();
});
afterAll(() => shop.close());

/** Each test comes from a network of its own: the limits count by address. */
let network = 0;
beforeEach(() => {
  network += 1;
});
const call = (action: string, fields: Record<string, string>) =>
  shop.call(action, [{}, form(fields)], { path: '/reset-password', address: `10.9.0.${network}` });

describe('a forgotten password', () => {
  const OLD = 'Correct-horse-7';
  const NEW = 'Other-horse-8';
  const ask = (email: string, next = '/') => call('askForReset', { email, next });
  const reset = (email: string, code: string, more: Record<string, string> = {}) =>
    call('resetPassword', { email, code, password: NEW, next: '/', ...more });
  const opens = (email: string, password: string) =>
    cognito(shop.pool.config)
      .signIn(email, password)
      .then(Boolean, () => false);
  /** All that an attacker learns: the status, the next page, the sentences. */
  const seen = async (answer: Response) => [
    answer.status,
    answer.headers.get('x-action-redirect'),
    (await answer.text()).match(/"(?:problem|notice|fields)":.*/)?.[0].replace(/"typed":.*/, ''),
  ];

  it('is answered alike for those who have an account and those who have none', async () => {
    await shop.pool.idTokenOf('known@shop.example');
    const answers = async (email: string) => [
      await seen(await ask(email)),
      await seen(await reset(email, '000000')),
      await seen(await reset(email, '', { intent: 'new-code' })),
      await seen(await call('confirmSignUp', { email, intent: 'new-code' })),
      await seen(await call('confirmSignUp', { email, code: '000000' })),
    ];
    const known = await answers('known@shop.example');
    expect(await answers('nobody@shop.example')).toEqual(known);
    expect(known.map(([, next]) => next)).toEqual([
      expect.stringMatching(/^\/reset-password/),
      null,
      null,
      null,
      null,
    ]);
    const [, wrong, again, resent, unconfirmed] = known.map(([, , said]) => said);
    expect([wrong, unconfirmed].join()).toMatch(/not correct.*not correct/);
    expect([again, resent].join()).toMatch(/on its way.*on its way/);
  });

  it('cannot be set by guessed codes: the right one comes too late', async () => {
    await shop.pool.idTokenOf('guessed@shop.example');
    await ask('guessed@shop.example');
    const guesses = Array.from({ length: 15 }, (_, index) => String(900_000 + index));
    const texts = await Promise.all(
      guesses.map(async (code) => (await reset('guessed@shop.example', code)).text()),
    );
    expect(texts.filter((text) => text.includes('not correct'))).toHaveLength(10);
    expect(await (await reset('guessed@shop.example', '123456')).text()).toContain('Too many attempts');
    expect(await opens('guessed@shop.example', OLD)).toBe(true);
  });

  it('is set by the code once, which ends every session and cannot be used again', async () => {
    await shop.pool.idTokenOf('reset@shop.example');
    const stolen = await cognito(shop.pool.config).signIn('reset@shop.example', OLD);
    await ask('reset@shop.example');
    const done = await reset('reset@shop.example', '123456');
    expect(done.headers.get('x-action-redirect')).toMatch(/^\/sign-in\?reset=done/);
    expect(await opens('reset@shop.example', OLD)).toBe(false);
    expect(await opens('reset@shop.example', NEW)).toBe(true);
    await expect(cognito(shop.pool.config).refresh(stolen.refreshToken ?? '')).rejects.toThrow();
    const again = await reset('reset@shop.example', '123456', { password: 'Third-horse-9' });
    expect(await again.text()).toContain('not correct');
    expect(await opens('reset@shop.example', NEW)).toBe(true);
  });

  it.each(['https://other.example/', '//other.example', '/\\other.example', 'javascript:alert(1)'])(
    'leads to the shop instead of to %s',
    async (next) => {
      const address = `away-${next.length}@shop.example`;
      expect((await ask(address, next)).headers.get('x-action-redirect')).toMatch(
        /^\/reset-password\?next=%2F;/,
      );
      for (const path of ['/forgot-password', '/reset-password', '/confirm']) {
        const page = await (await shop.built.get(`${path}?next=${encodeURIComponent(next)}`)).text();
        expect(page).toContain('name="next" value="/"');
      }
    },
  );

  it('fills no mailbox: the sixth code for an address is refused, whether it has an account or not', async () => {
    for (const email of ['flooded@shop.example', 'none@shop.example']) {
      for (let mail = 0; mail < 5; mail++)
        expect((await ask(email)).headers.get('x-action-redirect')).toContain('/reset-password');
      expect(await (await ask(email)).text()).toContain('Too many attempts');
    }
  });

  it('is not called saved by a link of somebody else', async () => {
    expect(await (await shop.built.get('/sign-in?reset=done')).text()).not.toContain('password is saved');
  });
});
