/** @jest-environment jsdom */
import { FIRST_PAINT } from './first-paint';
import { NOBODY, visitorFrom } from './visitor';

describe('the visitor by the cookies of a document', () => {
  it('is nobody without cookies', () => {
    expect(NOBODY).toEqual({
      shopper: { userId: null, loginState: 'anonymous', identitySource: 'anonymous' },
      isStaff: false,
      name: null,
      pieces: 0,
      signInId: null,
      signUpId: null,
      consent: null,
      wishes: [],
    });
  });

  it('is a guest, and a customer after signing in', () => {
    expect(visitorFrom('sbw_guest=yes; sbw_pieces=2')).toMatchObject({
      shopper: { userId: null, loginState: 'guest', identitySource: 'guest_checkout' },
      pieces: 2,
    });
    expect(
      visitorFrom(
        'sbw_guest=yes; sbw_user=sub-1; sbw_name=Lan%20%C4%90%3D; sbw_signed_in=e1; sbw_signed_up=e0',
      ),
    ).toMatchObject({
      shopper: { userId: 'sub-1', loginState: 'logged_in', identitySource: 'cognito_email' },
      name: 'Lan Đ=',
      signInId: 'e1',
      signUpId: 'e0',
    });
  });

  it('is somebody of the shop only while they are signed in', () => {
    expect(visitorFrom('sbw_staff=yes; sbw_user=sub-1').isStaff).toBe(true);
    expect(visitorFrom('sbw_staff=yes').isStaff).toBe(false);
  });

  it.each(['-1', '1.5', 'x', '', '1e99', '%E0%A4%A'])('has no pieces by the cookie %p', (pieces) => {
    expect(visitorFrom(`sbw_pieces=${pieces}; sbw_consent=perhaps`)).toEqual(NOBODY);
  });
});

describe('the script before the first paint', () => {
  const run = (cookie: string, navigator: object = {}) => {
    const dataset: Record<string, string> = {};
    new Function('document', 'navigator', FIRST_PAINT)({ cookie, documentElement: { dataset } }, navigator);
    return Object.keys(dataset);
  };

  it('shows the question about consent until it is answered, by whom or by the browser', () => {
    expect(run('')).toEqual(['asks']);
    expect(run('sbw_consent=denied')).toEqual([]);
    expect(run('', { globalPrivacyControl: true })).toEqual([]);
    expect(run('', { doNotTrack: '1' })).toEqual([]);
  });

  it.each(['sbw_user=sub-1', 'sbw_pieces=2'])(
    'hides the header of nobody from somebody with %s',
    (cookie) => {
      expect(run(`x=1; ${cookie}; sbw_consent=granted`)).toEqual(['known']);
    },
  );
});
