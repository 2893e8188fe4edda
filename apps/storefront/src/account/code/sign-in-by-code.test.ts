import { decodeJwt, decodeProtectedHeader, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { COOKIES } from '../../cookies/shop-cookies';
import { shopperOf } from '../../identity/shopper-of';
import { aShopByCode, cookiesOf } from './testing/a-shop-by-code';

let shop: Awaited<ReturnType<typeof aShopByCode>>;
beforeAll(async () => {
  shop = await aShopByCode();
});
afterAll(() => shop.close());

const LAN = 'lan@shop.example';
const withToken = (token: string) => `${COOKIES.idToken}=${token}`;
const jarOf = (answer: Response) =>
  [...cookiesOf(answer)].map(([name, value]) => `${name}=${value}`).join('; ');
/** True for somebody who may see the orders of a customer. */
const isSignedIn = async (cookie: string) => (await shop.built.get('/orders', cookie)).status === 200;

describe('a customer without a password and without JavaScript', () => {
  it('gets a code by mail, enters it, and is back where they came from with a new account', async () => {
    const asked = await shop.askFor(LAN, '/cart');
    expect([asked.status, asked.headers.get('location')]).toEqual([303, '/sign-in/code?next=%2Fcart']);
    expect(shop.ses.senders()).toEqual(new Set(['accounts@shop.example']));
    const page = await (await shop.built.get('/sign-in/code', shop.waiting(LAN))).text();
    expect(page).toContain(LAN);
    expect(page).not.toContain(shop.ses.codeTo(LAN));

    const entered = await shop.enter(LAN, shop.ses.codeTo(LAN), '/cart');
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/cart']);
    const set = entered.headers.getSetCookie();
    for (const name of [COOKIES.idToken, COOKIES.refreshToken])
      expect(set.find((cookie) => cookie.startsWith(`${name}=`))).toMatch(/HttpOnly/i);
    expect(cookiesOf(entered).get(COOKIES.name)).toBe(encodeURIComponent(LAN));
    expect(cookiesOf(entered).get(COOKIES.signedUp)).toMatch(/^[\w-]{36}$/);
    expect(await isSignedIn(jarOf(entered))).toBe(true);
  });

  it('is the same customer at the next sign-in, and no new account', async () => {
    const again = cookiesOf(await shop.signIn(LAN));
    expect(again.has(COOKIES.signedUp)).toBe(false);
    const customers = await shop.built.sql('SELECT id FROM customers WHERE email = $1', [LAN]);
    expect(customers).toEqual([{ id: again.get(COOKIES.user) }]);
  });

  it('stays signed in when the id token ends, until they sign out', async () => {
    const cookies = cookiesOf(await shop.signIn(LAN));
    const rest = `${COOKIES.refreshToken}=${cookies.get(COOKIES.refreshToken)}; ${COOKIES.user}=x`;
    const renewed = await shop.built.get('/orders', rest);
    expect(renewed.status).toBe(200);
    expect([...cookiesOf(renewed).keys()].sort()).toEqual(
      [COOKIES.idToken, COOKIES.refreshToken, COOKIES.user].sort(),
    );
    await shop.call('signOut', rest);
    const after = await shop.built.get('/orders', rest);
    expect(after.status).toBe(307);
    expect(cookiesOf(after).get(COOKIES.refreshToken)).toBe('');
  });

  it('reads calmly that the mail could not be sent', async () => {
    const answer = await shop.askFor('refused@shop.example');
    expect(await answer.text()).toContain('We could not send the mail. Please try again in a minute.');
  });
});

describe('somebody else', () => {
  it('learns from no answer whether an address has an account', async () => {
    const answers = await Promise.all([LAN, 'nobody@shop.example'].map((email) => shop.askFor(email)));
    const [known, unknown] = answers.map(({ status, headers }) => [status, headers.get('location')]);
    expect(unknown).toEqual(known);
    for (const email of [LAN, 'nobody@shop.example', 'never-asked@shop.example'])
      expect(await (await shop.enter(email, '000000')).text()).toContain(
        'This code is wrong or no longer valid',
      );
  });

  it('cannot sign in with the code of another address', async () => {
    const eve = 'eve@shop.example';
    await shop.askFor(eve);
    const refused = await shop.enter('victim@shop.example', shop.ses.codeTo(eve));
    expect(cookiesOf(refused).has(COOKIES.idToken)).toBe(false);
  });

  it('is nobody with a token that another key or no key has signed, or that was changed', async () => {
    const real = cookiesOf(await shop.signIn('an@shop.example')).get(COOKIES.idToken) ?? '';
    expect(await isSignedIn(withToken(real))).toBe(true);
    const { kid = '' } = decodeProtectedHeader(real);
    const { privateKey, publicKey } = await generateKeyPair('ES256');
    const claims = { ...decodeJwt(real), 'cognito:groups': ['desk'], token_use: 'id' };
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const [header, , signature] = real.split('.');
    const forged = [
      await new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid }).sign(privateKey),
      await new SignJWT(claims)
        .setProtectedHeader({ alg: 'ES256', kid, jwk: await exportJWK(publicKey) })
        .sign(privateKey),
      await new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: 'other' }).sign(privateKey),
      `${part({ alg: 'none' })}.${part(claims)}.`,
      `${header}.${part(claims)}.${signature}`,
    ];
    for (const token of forged) {
      expect(await isSignedIn(withToken(token))).toBe(false);
      expect((await shop.built.get('/desk', withToken(token))).status).toBe(404);
    }
    expect((await shop.built.get('/desk', withToken(real))).status).toBe(404);
  });

  it('is nobody with the cookies of the other way to sign in', async () => {
    const { config, idTokenOf } = shop.pool;
    const customer = await idTokenOf('tran@shop.example');
    expect(await isSignedIn(withToken(customer))).toBe(false);
    const byCode = cookiesOf(await shop.signIn('binh@shop.example')).get(COOKIES.idToken) ?? '';
    const cognito = { cognito: config, signIn: { kind: 'cognito' } as const };
    await expect(shopperOf(byCode, cognito)).resolves.toBeNull();
    // A refresh token of Cognito, of which nobody is asked.
    const old = await shop.built.get('/orders', `${COOKIES.refreshToken}=${'x'.repeat(900)}`);
    expect([old.status, cookiesOf(old).get(COOKIES.refreshToken)]).toEqual([307, '']);
  });
});

describe('people of the shop', () => {
  it('sign in with Cognito at a page of their own, which refuses customers', async () => {
    const signIn = (email: string) =>
      shop.submit('/sign-in/staff', 'Sign in', { email, password: 'Correct-horse-7' });
    await shop.pool.idTokenOf('mai@shop.example', 'desk');
    const staff = await signIn('mai@shop.example');
    expect((await shop.built.get('/desk', jarOf(staff))).status).toBe(200);
    const customer = await signIn('tran@shop.example');
    expect(await customer.text()).toContain('Only people of the shop sign in with a password.');
    expect(cookiesOf(customer).has(COOKIES.idToken)).toBe(false);
  });

  it.each(['/sign-up', '/confirm'])('have no use for %s, which leads to the sign-in', async (path) => {
    const { status, headers } = await shop.built.get(path);
    expect([status, headers.get('location')]).toEqual([307, '/sign-in?next=%2F']);
  });
});
