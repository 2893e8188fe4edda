import { COOKIES, cookieOptionsFor } from './shop-cookies';

describe('a cookie of the shop', () => {
  it.each(['https', 'HTTPS', 'https, http', 'https,https'])(
    'travels by https only when the browser says %s',
    (scheme) => {
      expect(cookieOptionsFor(COOKIES.idToken, scheme, 60)).toEqual({
        httpOnly: true,
        sameSite: 'lax',
        secure: true,
        path: '/',
        maxAge: 60,
      });
    },
  );

  it.each([null, 'http', 'http, https', ''])('is stored by a browser that says %p', (scheme) => {
    expect(cookieOptionsFor(COOKIES.cart, scheme)).toEqual({
      httpOnly: true,
      sameSite: 'lax',
      secure: false,
      path: '/',
    });
  });

  it('is for scripts only where it says nothing secret', () => {
    const shown = Object.entries(COOKIES).filter(([, name]) => !cookieOptionsFor(name, null).httpOnly);
    expect(shown.map(([what]) => what)).toEqual([
      'pieces',
      'guest',
      'user',
      'staff',
      'name',
      'signedIn',
      'signedUp',
      'wishes',
      'consent',
    ]);
  });

  it('has a unique name', () => {
    const names = Object.values(COOKIES);
    expect(new Set(names).size).toBe(names.length);
  });
});
