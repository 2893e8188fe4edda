import { readAddress } from './words/languages';

/** True for a page that is the same for everybody: the page cache sends it, with its policy. */
export function isCachedPage(pathname: string): boolean {
  const { path } = readAddress(pathname);
  return path === '/' || /^\/(product|category)\/[^/]+$/.test(path);
}

/**
 * True for a route that only the shop itself leads to: see cached-pages.mjs. English addresses have
 * no language, and the desk is in English only.
 */
export function isInnerRoute(pathname: string): boolean {
  const [, named] = /^\/(en|vi)(?:\/|$)/i.exec(pathname) ?? [];
  const { path } = readAddress(pathname);
  return (
    (named !== undefined && named !== 'vi') ||
    (named === 'vi' && /^\/desk(\/|$)/.test(path)) ||
    /^\/home(\/|$)/.test(path) ||
    /^\/category\/[^/]+\/[^/]/.test(path)
  );
}
