import { consentFrom, consentOf } from './consent';

describe('consent', () => {
  const nobody = { choice: null, byDefault: 'granted', asksForPrivacy: false } as const;

  it.each([
    ['the default for a shopper who has not chosen', {}, 'granted'],
    ['the default of a shop that asks first', { byDefault: 'denied' }, 'denied'],
    ['the choice', { choice: 'denied' }, 'denied'],
    ['the choice where the shop asks first', { choice: 'granted', byDefault: 'denied' }, 'granted'],
    ['counting without ids when the browser asks for privacy', { asksForPrivacy: true }, 'cookieless'],
    ['the same after a yes', { choice: 'granted', asksForPrivacy: true }, 'cookieless'],
    ['denied after a no, whatever the browser asks', { choice: 'denied', asksForPrivacy: true }, 'denied'],
  ] as const)('is %s', (_title, facts, consent) => {
    expect(consentOf({ ...nobody, ...facts })).toBe(consent);
  });

  it.each(['', 'yes', null, undefined, 7])('is not read from %p', (text) => {
    expect(consentFrom(text)).toBeNull();
  });
});
