import { campaignOf, pageAddressOf } from './page-address';

describe('pageAddressOf', () => {
  it.each([
    [
      'https://www.Shop.example:8443/product/a?x=1#top',
      { host: 'shop.example', path: '/product/a', query: 'x=1' },
    ],
    ['https://shop.example', { host: 'shop.example', path: '/', query: '' }],
    ['https://user:secret@shop.example/a', { host: 'shop.example', path: '/a', query: '' }],
    ['//cdn.example/a', { host: 'cdn.example', path: '/a', query: '' }],
    ['/cart?step=2', { host: null, path: '/cart', query: 'step=2' }],
    ['android-app://com.google.android.gm/', { host: 'com.google.android.gm', path: '/', query: '' }],
    ['not an address', { host: null, path: 'not an address', query: '' }],
    ['?only=query', { host: null, path: null, query: 'only=query' }],
    [null, { host: null, path: null, query: '' }],
  ])('splits %p', (url, address) => {
    expect(pageAddressOf(url)).toEqual(address);
  });
});

describe('campaignOf', () => {
  it('reads the UTM parameters, decoded', () => {
    expect(
      campaignOf('utm_source=zalo&utm_medium=social&utm_campaign=T%E1%BA%BFt+2027&utm_term=a&utm_content=b'),
    ).toEqual({ source: 'zalo', medium: 'social', name: 'Tết 2027', term: 'a', content: 'b', clickId: null });
  });

  it('knows the click ids of advertisers', () => {
    expect(campaignOf('gclid=abc').clickId).toBe('gclid');
    expect(campaignOf('fbclid=abc').clickId).toBe('fbclid');
    expect(campaignOf('fbclid=').clickId).toBeNull();
  });

  it('bears a query that is broken', () => {
    expect(campaignOf('utm_source=%E0%A4%A&utm_medium').source).toContain('\uFFFD');
  });
});
