import fc from 'fast-check';
import { pageAddressOf, plainPath } from './page-address';

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
    ['https://shop.example./a', { host: 'shop.example', path: '/a', query: '' }],
    ['/a?x=1#utm_source=zalo', { host: null, path: '/a', query: 'x=1&utm_source=zalo' }],
    ['/app#/laptops?utm_source=zalo', { host: null, path: '/app', query: '&utm_source=zalo' }],
    [null, { host: null, path: null, query: '' }],
  ])('splits %p', (url, address) => {
    expect(pageAddressOf(url)).toEqual(address);
  });
});

describe('plainPath', () => {
  it.each([
    ['/cart', '/cart'],
    ['/Cart/', '/cart'],
    ['//cart//', '/cart'],
    ['/', '/'],
    ['//', '/'],
    ['/t%C3%ACm', '/tìm'],
    ['/ti%CC%80m', '/tìm'],
    ['/tìm', '/tìm'],
    ['/TI\u0300M/', '/tìm'],
    ['/a%2Fb', '/a%2fb'],
    ['/100%', '/100%'],
    ['/%E0%A4%A', '/%e0%a4%a'],
    ['/a%00b', '/a%00b'],
    ['/product/asus-14%20oled', '/product/asus-14 oled'],
    ['/a%2520b', '/a%2520b'],
    ['/a%26b%2Bc%40d', '/a&b+c@d'],
    ['/index.html', '/'],
    ['/Shop/Index.PHP', '/shop'],
    ['/shop/my-index.html', '/shop/my-index.html'],
    ['/index.html/a', '/index.html/a'],
    ['/cart;jsessionid=AB12', '/cart'],
    ['/a;sid=1;v=2/b', '/a;v=2/b'],
  ])('writes %s as %s', (path, plain) => {
    expect(plainPath(path)).toBe(plain);
  });

  it('does not change a path that is already in this spelling', () => {
    fc.assert(
      fc.property(fc.webPath(), (path) => {
        const plain = plainPath(path.replaceAll('%', ''));
        expect(plainPath(plain)).toBe(plain);
      }),
    );
  });
});
