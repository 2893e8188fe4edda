import fc from 'fast-check';
import { addressIn, LANGUAGES, readAddress } from './languages';
import { switchAddress } from '../language/switch-address';

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
  const noQuery = { slug: 'laptops', brand: '-', sort: '-', number: '-' };
  const asked = { slug: 'laptops', brand: 'A%20%26%20B', sort: 'newest', number: '2' };

  it.each([
    ['/vi/search', 'q=chu%E1%BB%99t&page=2', {}, '/search?q=chu%E1%BB%99t&page=2'],
    ['/', '', {}, '/'],
    ['/en', '', {}, '/'],
    ['/vi', 'utm_source=letter', {}, '/?utm_source=letter'],
    ['/product/kestrel-x14', '', { slug: 'kestrel-x14' }, '/product/kestrel-x14'],
    ['/category/laptops', '', noQuery, '/category/laptops'],
    ['/vi/category/laptops', '', asked, '/category/laptops?brand=A+%26+B&sort=newest&page=2'],
    ['/vi/category/laptops', 'brand=Kestrel', asked, '/category/laptops?brand=Kestrel'],
  ])('on %s with %p leads to the same page', (path, query, params, same) => {
    expect(switchAddress(path, query, params, 'en')).toBe(same);
    expect(switchAddress(path, query, params, 'vi')).toBe(`/vi${same.replace(/^\/(?=$|\?)/, '')}`);
  });
});
