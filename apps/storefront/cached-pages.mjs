/** Stands for a parameter that an address does not have. */
export const ABSENT = '-';

/** First parts of addresses that are a route as they are: of the languages, and of files. */
const ROUTES = ['en', 'vi', 'pictures', '_next'];

/**
 * Routes of addresses. Each page is below a segment for its language, which addresses in English do
 * not have. A department's query becomes a part of its route: a page that reads its query is
 * rendered at each request, and one that does not may come from the page cache and the network.
 */
export function routesOfPages() {
  const departments = ['brand', 'sort', 'page'];
  return {
    beforeFiles: [
      ...routesOfDepartments('/category', '/en/category', departments),
      ...routesOfDepartments('/vi/category', '/vi/category', departments),
    ],
    // After those of answers that are no pages: /robots.txt, /cart/contents.
    afterFiles: [
      { source: '/', destination: '/en/home' },
      { source: '/vi', destination: '/vi/home' },
      {
        source: `/:first((?!(?:${ROUTES.join('|')})(?:/|$))[^/]+)/:rest*`,
        destination: '/en/:first/:rest*',
      },
    ],
  };
}

/**
 * A route for each set of parameters that a query can have, the largest first.
 *
 * @param {string} address
 * @param {string} route
 * @param {readonly string[]} names
 */
function routesOfDepartments(address, route, names) {
  return subsets(names)
    .sort((one, other) => other.length - one.length)
    .map((asked) => ({
      source: `${address}/:slug`,
      has: asked.map((key) => ({ type: 'query', key, value: `(?<${key}>[^/]+)` })),
      destination: [`${route}/:slug`, ...names.map((key) => (asked.includes(key) ? `:${key}` : ABSENT))].join(
        '/',
      ),
    }));
}

/**
 * @param {readonly string[]} names
 * @returns {string[][]}
 */
function subsets([first, ...others]) {
  if (first === undefined) return [[]];
  return subsets(others).flatMap((subset) => [[first, ...subset], subset]);
}
