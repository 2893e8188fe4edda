import { decodeJwt } from 'jose';
import type { ShopGateway } from './gateway';
import { GATEWAY_KINDS, twoGateways, type TwoGateways } from './testing/two-gateways';

let gateways: TwoGateways;
beforeAll(async () => {
  gateways = await twoGateways();
});
afterAll(() => gateways.close());

const rows = async <Row>(sql: string, values: unknown[] = []) =>
  gateways.dataSource.query<Row[]>(sql, values);
const refused = { name: 'ShopError', code: 'code_refused' };

describe.each(GATEWAY_KINDS)('sign-in by code through the %s gateway', (kind) => {
  let shop: ShopGateway;
  beforeAll(async () => {
    shop = await gateways.open(kind);
  });
  let number = 0;
  const anAddress = () => `lan${(number += 1)}@${kind}.example`;
  const codeFor = async (email: string) => {
    const { mail } = await shop.requestSignInCode({ email, toOutbox: false });
    return /\d{6}/.exec(mail?.subject ?? '')?.[0] ?? '';
  };
  const signIn = async (email: string) => shop.signInByCode({ email, code: await codeFor(email) });
  const customerIn = (token: string) => decodeJwt(token).sub ?? '';
  const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

  it('makes a customer at the first sign-in, who is the same at the next, however the address is typed', async () => {
    const email = anAddress();
    const first = await signIn(email);
    expect(decodeJwt(first.idToken)).toMatchObject({ email, name: '', iss: 'urn:clickstream:shop' });
    const next = await signIn(email.toUpperCase());
    expect([first.isNew, next.isNew]).toEqual([true, false]);
    expect(customerIn(next.idToken)).toBe(customerIn(first.idToken));
    expect(decodeJwt(next.idToken)).not.toHaveProperty('cognito:groups');
  });

  it('keeps the id of a customer of the user pool by the address that the pool has confirmed, only', async () => {
    const [confirmed, claimed] = [anAddress(), anAddress()];
    const welcome = (customerId: string, email: string, emailIsConfirmed: boolean) =>
      shop.welcomeCustomer({
        customer: { customerId, email, name: 'Lan', emailIsConfirmed },
        cartKey: null,
      });
    await welcome(`sub-${confirmed}`, confirmed, true);
    await welcome(`sub-${claimed}`, claimed, false);
    // Later they write another's address into their account.
    const address = { name: 'Lan', phone: '0912345678', address: '1 Lê Lợi', ward: 'Bến Thành' };
    await shop.keepAddress({
      customer: { customerId: `sub-${confirmed}`, email: claimed, name: 'Lan' },
      address: { ...address, province: 'TP. Hồ Chí Minh' },
    });
    expect(customerIn((await signIn(confirmed)).idToken)).toBe(`sub-${confirmed}`);
    const other = await signIn(claimed);
    expect([other.isNew, customerIn(other.idToken).startsWith('sub-')]).toEqual([true, false]);
  });

  it('takes a code once, also when twenty send it at the same moment', async () => {
    const email = anAddress();
    const code = await codeFor(email);
    const answers = await Promise.allSettled(
      Array.from({ length: 20 }, () => shop.signInByCode({ email, code })),
    );
    const signedIn = answers.filter((answer) => answer.status === 'fulfilled');
    expect(signedIn).toHaveLength(1);
    const sessions = await rows<{ count: string }>(
      'SELECT count(*) FROM sign_in_sessions AS s JOIN customers AS c ON c.id = s.customer_id WHERE c.email = $1',
      [email],
    );
    expect(sessions).toEqual([{ count: '1' }]);
    await expect(shop.signInByCode({ email, code })).rejects.toMatchObject(refused);
  });

  it('compares five codes, also when twenty come at once, and then not even the right one', async () => {
    const email = anAddress();
    const code = await codeFor(email);
    const guess = () => shop.signInByCode({ email, code: wrong(code) });
    await Promise.allSettled(Array.from({ length: 20 }, guess));
    await expect(shop.signInByCode({ email, code })).rejects.toMatchObject(refused);
    expect(await rows('SELECT tries FROM sign_in_codes WHERE email = $1', [email])).toEqual([{ tries: 5 }]);
  });

  it('refuses an old code, one that was replaced, and one of another address, with the same words', async () => {
    const [email, other] = [anAddress(), anAddress()];
    const messageOf = async (sent: { email: string; code: string }) =>
      shop.signInByCode(sent).catch((error: unknown) => (error as Error).message);
    const replaced = await codeFor(email);
    const others = await codeFor(other);
    const old = await codeFor(email);
    const messages = [
      await messageOf({ email, code: replaced === old ? wrong(old) : replaced }),
      await messageOf({ email, code: others === old ? wrong(old) : others }),
    ];
    await rows(`UPDATE sign_in_codes SET expires_at = now() WHERE email = $1`, [email]);
    messages.push(await messageOf({ email, code: old }));
    messages.push(await messageOf({ email: anAddress(), code: old }));
    expect(new Set(messages)).toEqual(new Set([expect.stringMatching(/^This code is wrong/)]));
  });

  it('mails an address five codes an hour, account or not, and twenty a day', async () => {
    const email = anAddress();
    await signIn(email);
    const ask = async (address: string) => shop.requestSignInCode({ email: address, toOutbox: false });
    for (const [address, left] of [
      [email, 4],
      [anAddress(), 5],
    ] as const) {
      const asked = await Promise.allSettled(Array.from({ length: 9 }, () => ask(address)));
      expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(left);
      await expect(ask(address)).rejects.toMatchObject({ code: 'too_many_codes' });
    }
    const anHourAgo = `UPDATE sign_in_codes SET asked_at = array_fill(now() - interval '2 hours', ARRAY[$2::int]) WHERE email = $1`;
    await rows(anHourAgo, [email, 19]);
    await ask(email);
    await expect(ask(email)).rejects.toMatchObject({ code: 'too_many_codes' });
  });

  it('stores neither a code nor a refresh token, and shows no private key', async () => {
    const email = anAddress();
    const code = await codeFor(email);
    const { refreshToken } = await shop.signInByCode({ email, code });
    const stored = await rows<{ all: string }>(
      `SELECT coalesce((SELECT string_agg(c::text, '') FROM sign_in_codes AS c WHERE email = $1), '')
         || (SELECT string_agg(s::text, '') FROM sign_in_sessions AS s)
         || coalesce((SELECT string_agg(m::text, '') FROM mails AS m WHERE recipient = $1), '') AS all`,
      [email],
    );
    expect(stored[0]?.all).toContain(email);
    expect(stored[0]?.all).not.toMatch(new RegExp(`${code}|${refreshToken}`));
    const { keys } = await shop.signInKeys({});
    expect(keys.map((key) => Object.keys(key).sort())).toEqual([['alg', 'crv', 'kid', 'kty', 'x', 'y']]);
  });

  it('writes the mail to the outbox where nothing sends it', async () => {
    const email = anAddress();
    await expect(shop.requestSignInCode({ email, toOutbox: true })).resolves.toEqual({ mail: null });
    const mail = (await shop.deskMails({})).items.find(({ recipient }) => recipient === email);
    const code = /\d{6}/.exec(mail?.body ?? '')?.[0] ?? '';
    await expect(shop.signInByCode({ email, code })).resolves.toMatchObject({ isNew: true });
  });

  it('renews a session until its end, its sign-out, or the erasure of its customer', async () => {
    const email = anAddress();
    const { idToken, refreshToken: token } = await signIn(email);
    const renewed = await shop.renewSignIn({ token });
    expect(customerIn(renewed.idToken ?? '')).toBe(customerIn(idToken));
    const ended = { idToken: null };
    await rows('UPDATE sign_in_sessions SET expires_at = now()');
    await expect(shop.renewSignIn({ token })).resolves.toEqual(ended);
    const another = await signIn(email);
    await shop.endSignIn({ token: another.refreshToken });
    await expect(shop.renewSignIn({ token: another.refreshToken })).resolves.toEqual(ended);
    await expect(shop.renewSignIn({ token: 'x'.repeat(43) })).resolves.toEqual(ended);
  });
});
