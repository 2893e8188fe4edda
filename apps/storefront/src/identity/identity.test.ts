import { identityOf } from './identity';

const lan = { userId: 'sub-lan', email: 'lan@example.com', emailIsConfirmed: true, name: 'Lan', groups: [] };

describe('identityOf', () => {
  it.each([
    ['a visitor', null, false, null, 'anonymous', 'anonymous'],
    ['a shopper who buys without an account', null, true, null, 'guest', 'guest_checkout'],
    ['a shopper who is signed in', lan, false, 'sub-lan', 'logged_in', 'cognito_email'],
    ['a shopper who signed in after buying as a guest', lan, true, 'sub-lan', 'logged_in', 'cognito_email'],
  ] as const)('knows %s', (_, shopper, isGuest, userId, userLoginState, identitySource) => {
    expect(identityOf(shopper, isGuest)).toEqual({ userId, userLoginState, identitySource, shopper });
  });
});
