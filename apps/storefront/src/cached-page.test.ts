import { routesOfCachedPages } from '../cached-pages.mjs';
import { isCachedPage, isRouteOfCachedPage } from './cached-page';

describe('a page that is the same for everybody', () => {
  it.each(['/', '/product/kestrel-x14', '/category/laptops'])('is %s', (path) => {
    expect([isCachedPage(path), isRouteOfCachedPage(path)]).toEqual([true, false]);
  });

  it.each(['/cart', '/checkout', '/order/SBW-23456789', '/sign-in', '/search', '/product/a/b', '/category/'])(
    'is not %s',
    (path) => {
      expect([isCachedPage(path), isRouteOfCachedPage(path)]).toEqual([false, false]);
    },
  );

  it('has a route that no address leads to, for each set of parameters', () => {
    const routes = routesOfCachedPages().map(({ destination }) => destination);
    expect(routes).toHaveLength(9);
    expect(routes[1]).toBe('/category/:slug/:brand/:sort/:page');
    expect(routes.at(-1)).toBe('/category/:slug/-/-/-');
    for (const route of routes)
      expect([isCachedPage(route), isRouteOfCachedPage(route)]).toEqual([false, true]);
  });
});
