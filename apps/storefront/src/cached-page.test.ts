import { routesOfPages } from '../cached-pages.mjs';
import { isCachedPage, isInnerRoute } from './cached-page';

const { beforeFiles, afterFiles } = routesOfPages();

describe('a page that is the same for everybody', () => {
  it.each([
    '/',
    '/product/kestrel-x14',
    '/category/laptops',
    '/vi',
    '/vi/product/kestrel-x14',
    '/vi/category/x',
  ])('is %s', (path) => {
    expect([isCachedPage(path), isInnerRoute(path)]).toEqual([true, false]);
  });

  it.each([
    '/cart',
    '/checkout',
    '/order/SBW-23456789',
    '/sign-in',
    '/search',
    '/product/a/b',
    '/category/',
    '/desk',
    '/vi/cart',
    '/vi/search',
    '/vi/deskmat',
    '/video',
    '/english',
  ])('is not %s', (path) => {
    expect([isCachedPage(path), isInnerRoute(path)]).toEqual([false, false]);
  });

  it('has a route that no address leads to, for each set of parameters in each language', () => {
    const routes = beforeFiles.map(({ destination }) => destination);
    expect(routes).toHaveLength(16);
    expect(routes[0]).toBe('/en/category/:slug/:brand/:sort/:page');
    expect(routes.at(-1)).toBe('/vi/category/:slug/-/-/-');
    for (const route of routes) expect(isInnerRoute(route)).toBe(true);
  });
});

describe('an address without a language', () => {
  it('is a route in English', () => {
    expect(afterFiles.map(({ destination }) => destination)).toEqual([
      '/en/home',
      '/vi/home',
      '/en/:first/:rest*',
    ]);
  });

  it.each([
    '/en',
    '/en/cart',
    '/EN',
    '/VI/cart',
    '/Vi',
    '/vi/desk',
    '/vi/desk/orders',
    '/home',
    '/vi/home',
    '/category/a/-/-/-',
  ])('is not the route %s', (path) => {
    expect(isInnerRoute(path)).toBe(true);
  });
});
