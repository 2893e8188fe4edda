import { arrivalOf } from './channel';

const SHOP = 'https://shop.com.vn/p/1';

it.each([
  ['', '', 'direct'],
  ['', 'https://www.google.com/', 'organic_search'],
  ['', 'https://docs.google.com/d/1', 'referral'],
  ['', 'https://chat.zalo.me/', 'social'],
  ['', 'https://voz.vn/t/1', 'referral'],
  ['', 'https://m.shop.com.vn/cart', 'internal'],
  ['', 'https://other.com.vn/', 'referral'],
  ['?gclid=1', 'https://www.google.com/', 'paid_search'],
  ['?FBCLID=1', '', 'social'],
  ['?utm_source=newsletter&gclid=1', '', 'paid_search'],
  ['?utm_source=facebook&utm_medium=CPC', '', 'paid_social'],
  ['?utm_source=google&utm_medium=cpc', '', 'paid_search'],
  ['?mtm_source=fb&amp;mtm_medium=newsletter', '', 'email'],
  ['#utm_source=partner&utm_medium=affiliate', '', 'affiliate'],
  ['?utm_source=google', '', 'organic_search'],
  ['?utm_source=nobody&utm_medium=(not set)', '', 'other_campaign'],
  ['?utm_source=leaflet&utm_medium=qr', '', 'other_campaign'],
])('gives a landing at "%s" from "%s" the channel %s', (query, referrer, channel) => {
  expect(arrivalOf(`${SHOP}${query}`, referrer).channel).toBe(channel);
});

it('keeps the campaign as it was written, source and medium in lower case', () => {
  const { campaign } = arrivalOf(
    `${SHOP}?utm_source=Zalo&utm_medium=Social&utm_campaign=T%E1%BA%BFt+2027`,
    '',
  );
  expect(campaign).toMatchObject({ source: 'zalo', medium: 'social', name: 'Tết 2027' });
  expect(arrivalOf(`${SHOP}?a=%`, '').campaign.source).toBeUndefined();
});
