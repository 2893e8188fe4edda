import { NextRequest, NextResponse } from 'next/server';
import { COOKIES } from '../cookies/shop-cookies';
import { cognito } from './cognito';
import { expiryOf, verifyIdToken } from '../identity/id-token';
import { renewSession } from './renew-session';
import { aUserPool, type TestUserPool } from './testing/a-user-pool';

const lan = { email: 'lan@example.com', password: 'Passw0rd!1', name: 'Nguyễn Thị Lan' };

let pool: TestUserPool;
beforeAll(async () => {
  pool = await aUserPool();
  await cognito(pool.config).signUp(lan);
});
afterAll(() => pool.close());

const signedIn = () => cognito(pool.config).signIn(lan.email, lan.password);

describe('an account', () => {
  it('waits for its code, refuses a wrong one, and then signs in', async () => {
    const { signIn, confirmSignUp } = cognito(pool.config);
    await expect(signIn(lan.email, lan.password)).rejects.toMatchObject({
      code: 'UserNotConfirmedException',
    });
    await expect(confirmSignUp(lan.email, '000000')).rejects.toMatchObject({ code: 'CodeMismatchException' });
    await confirmSignUp(lan.email, '123456');
    const { idToken, refreshToken } = await signIn(lan.email, lan.password);
    expect([typeof idToken, typeof refreshToken]).toEqual(['string', 'string']);
  });

  it('cannot be made twice', async () => {
    await expect(cognito(pool.config).signUp(lan)).rejects.toMatchObject({ code: 'UsernameExistsException' });
  });

  it('refuses a wrong password', async () => {
    await expect(cognito(pool.config).signIn(lan.email, 'Passw0rd!2')).rejects.toMatchObject({
      name: 'CognitoError',
    });
  });
});

describe('verifyIdToken', () => {
  it('names the signed-in customer', async () => {
    const { idToken } = await signedIn();
    await expect(verifyIdToken(idToken, pool.config)).resolves.toEqual({
      userId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      email: lan.email,
      emailIsConfirmed: false,
      // The emulator omits the name from its tokens.
      name: expect.any(String),
      groups: [],
    });
  });

  it('says whether the pool has confirmed the address, and which groups they are in', async () => {
    const idToken = await pool.idTokenOf('mai@example.com', 'desk');
    await expect(verifyIdToken(idToken, pool.config)).resolves.toMatchObject({
      emailIsConfirmed: true,
      groups: ['desk'],
    });
  });

  it('accepts no token that was changed, cut, made for another shop or without a signature', async () => {
    const { idToken } = await signedIn();
    const [header = '', payload = '', signature = ''] = idToken.split('.');
    const other = Buffer.from(payload, 'base64url').toString().replace(lan.email, 'boss@example.com');
    const unsigned = Buffer.from('{"alg":"none"}').toString('base64url');
    const forged = [
      `${header}.${Buffer.from(other).toString('base64url')}.${signature}`,
      `${header}.${payload}.`,
      `${unsigned}.${payload}.`,
      'x',
    ];
    for (const token of forged) await expect(verifyIdToken(token, pool.config)).resolves.toBeNull();
    await expect(verifyIdToken(idToken, { ...pool.config, clientId: 'other' })).resolves.toBeNull();
  });

  it('does not accept an access token as an id token', async () => {
    const response = await fetch(pool.config.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth',
      },
      body: JSON.stringify({
        ClientId: pool.config.clientId,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: lan.email, PASSWORD: lan.password },
      }),
    });
    const { AuthenticationResult } = (await response.json()) as {
      AuthenticationResult: { AccessToken: string };
    };
    await expect(verifyIdToken(AuthenticationResult.AccessToken, pool.config)).resolves.toBeNull();
  });

  it('fails, and does not sign anybody out, when the keys cannot be fetched', async () => {
    const { idToken } = await signedIn();
    await expect(verifyIdToken(idToken, { ...pool.config, url: 'http://127.0.0.1:1' })).rejects.toThrow();
  });
});

describe('renewSession', () => {
  const config = (url = pool.config.url) => ({
    cognito: { ...pool.config, url },
    signIn: { kind: 'cognito' } as const,
  });
  const requestWith = (cookies: Record<string, string>) =>
    new NextRequest('http://127.0.0.1/', {
      headers: {
        cookie: Object.entries(cookies)
          .map(([name, value]) => `${name}=${value}`)
          .join('; '),
      },
    });
  const expired = `x.${Buffer.from('{"exp":1}').toString('base64url')}.y`;

  it('does nothing for a token that has time left, and for a visitor without one', async () => {
    const { idToken, refreshToken = '' } = await signedIn();
    const fresh = requestWith({ [COOKIES.idToken]: idToken, [COOKIES.refreshToken]: refreshToken });
    await expect(renewSession(fresh, config())).resolves.toBeNull();
    await expect(renewSession(requestWith({}), config())).resolves.toBeNull();
  });

  it('gives the request and the browser a new token for an expired one', async () => {
    const { refreshToken = '' } = await signedIn();
    const request = requestWith({ [COOKIES.idToken]: expired, [COOKIES.refreshToken]: refreshToken });
    const renewal = await renewSession(request, config());
    const response = NextResponse.next();
    renewal?.applyTo(response);

    const token = request.cookies.get(COOKIES.idToken)?.value ?? '';
    expect(response.cookies.get(COOKIES.idToken)).toMatchObject({
      value: token,
      httpOnly: true,
      sameSite: 'lax',
    });
    expect(request.headers.get('cookie')).toContain(token);
    await expect(verifyIdToken(token, pool.config)).resolves.toMatchObject({ email: lan.email });
  });

  it('ends a session that was signed out elsewhere', async () => {
    const { refreshToken = '' } = await signedIn();
    await cognito(pool.config).revoke(refreshToken);
    const request = requestWith({ [COOKIES.idToken]: expired, [COOKIES.refreshToken]: refreshToken });
    const renewal = await renewSession(request, config());
    const response = NextResponse.next();
    renewal?.applyTo(response);
    expect(request.cookies.has(COOKIES.refreshToken)).toBe(false);
    expect(response.cookies.get(COOKIES.refreshToken)).toMatchObject({
      value: '',
      expires: new Date(0),
    });
  });

  it('keeps the session when the pool does not answer', async () => {
    const request = requestWith({ [COOKIES.idToken]: expired, [COOKIES.refreshToken]: 'some' });
    await expect(renewSession(request, config('http://127.0.0.1:1'))).resolves.toBeNull();
    expect(request.cookies.has(COOKIES.refreshToken)).toBe(true);
  });
});

describe('expiryOf', () => {
  it('reads when a token expires, and is null for other text', async () => {
    const { idToken } = await signedIn();
    expect(expiryOf(idToken)).toBeGreaterThan(Date.now() / 1000);
    expect([expiryOf(''), expiryOf('a.b.c'), expiryOf('a.e30.c')]).toEqual([null, null, null]);
  });
});
