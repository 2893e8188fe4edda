/** Stands for a parameter that an address does not have. */
export const ABSENT = '-';

/**
 * Routes of pages that are the same for everybody, so that the page cache and the network keep
 * them. A department's query becomes a part of its route: a page that reads its query is rendered
 * at each request. Home has a part that says nothing: a route without one is rendered by the build,
 * which has no shop.
 */
export function routesOfCachedPages() {
  return [{ source: '/', destination: '/home/now' }, ...routesOfDepartments(['brand', 'sort', 'page'])];
}

/**
 * A route for each set of parameters that a query can have, the largest first.
 *
 * @param {readonly string[]} names
 */
function routesOfDepartments(names) {
  return subsets(names)
    .sort((one, other) => other.length - one.length)
    .map((asked) => ({
      source: '/category/:slug',
      has: asked.map((key) => ({ type: 'query', key, value: `(?<${key}>[^/]+)` })),
      destination: [
        '/category/:slug',
        ...names.map((key) => (asked.includes(key) ? `:${key}` : ABSENT)),
      ].join('/'),
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
