import fc from 'fast-check';
import { addressIn, LANGUAGES, readAddress } from './languages';
import { switchAddress } from './switch-address';

describe('an address', () => {
  it.each([
    ['/', '/vi'],
    ['/?utm_source=letter', '/vi?utm_source=letter'],
    ['/#reviews', '/vi#reviews'],
    ['/cart', '/vi/cart'],
    ['/product/kestrel-x14#reviews', '/vi/product/kestrel-x14#reviews'],
    ['/deskmat', '/vi/deskmat'],
    ['/desk', '/desk'],
    ['/desk/orders?status=placed', '/desk/orders?status=placed'],
  ])('%s in Vietnamese is %s, and as it is in English', (path, address) => {
    expect([addressIn('vi', path), addressIn('en', path)]).toEqual([address, path]);
  });

  it.each([
    ['/vi', 'vi', '/'],
    ['/vi/', 'vi', '/'],
    ['/vi/cart', 'vi', '/cart'],
    ['/video', 'en', '/video'],
    ['/cart/vi', 'en', '/cart/vi'],
    ['/en/cart', 'en', '/cart'],
  ])('%s is in %s at %s', (address, language, path) => {
    expect(readAddress(address)).toEqual({ language, path });
  });

  it('keeps its language and its path', () => {
    const part = fc.stringMatching(/^[a-z0-9-]{1,8}$/).filter((text) => !['en', 'vi', 'desk'].includes(text));
    const path = fc.array(part).map((parts) => `/${parts.join('/')}`);
    fc.assert(
      fc.property(path, fc.constantFrom(...LANGUAGES), (page, language) => {
        expect(readAddress(addressIn(language, page))).toEqual({ language, path: page });
      }),
    );
  });
});

describe('the switch to another language', () => {
  it.each([
    [
      '/vi/search',
      'q=chu%E1%BB%99t&page=2',
      '/search?q=chu%E1%BB%99t&page=2',
      '/vi/search?q=chu%E1%BB%99t&page=2',
    ],
    ['/', '', '/', '/vi'],
    ['/en', '', '/', '/vi'],
    ['/vi', 'utm_source=letter', '/?utm_source=letter', '/vi?utm_source=letter'],
    // As rendering knows it, in HTML for a cache.
    ['/vi/category/laptops/-/-/-', '', '/category/laptops', '/vi/category/laptops'],
    [
      '/en/category/laptops/A%20%26%20B/newest/2',
      '',
      '/category/laptops?brand=A+%26+B&sort=newest&page=2',
      '/vi/category/laptops?brand=A+%26+B&sort=newest&page=2',
    ],
  ])('on %s with %p leads to %s and %s', (path, query, english, vietnamese) => {
    expect([switchAddress(path, query, 'en'), switchAddress(path, query, 'vi')]).toEqual([
      english,
      vietnamese,
    ]);
  });
});
