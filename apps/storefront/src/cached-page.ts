/** True for a page that is the same for everybody: the page cache sends it, with its policy. */
export const isCachedPage = (pathname: string): boolean =>
  pathname === '/' || /^\/(product|category)\/[^/]+$/.test(pathname);

/** True for a route that only the shop itself leads to: see cached-pages.mjs. */
export const isRouteOfCachedPage = (pathname: string): boolean =>
  /^\/(home|category\/[^/]+)\/[^/]/.test(pathname);
