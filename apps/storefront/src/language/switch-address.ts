import { ABSENT } from '../../cached-pages.mjs';
import { addressWith } from '../formatting/query';
import { addressIn, readAddress, type Language } from './languages';

/**
 * The address of a page in another language, with its query. In HTML from a cache a department's
 * page knows its query by its route.
 */
export function switchAddress(pathname: string, query: string, to: Language): string {
  const { path } = readAddress(pathname);
  const address = query === '' ? shownPath(path) : `${path}?${query}`;
  return addressIn(to, address);
}

function shownPath(path: string): string {
  const [, department, ...parts] = /^(\/category\/[^/]+)\/([^/]+)\/([^/]+)\/([^/]+)$/.exec(path) ?? [];
  if (department === undefined) return path;
  const [brand, sort, page] = parts.map((part) => (part === ABSENT ? undefined : decodeURIComponent(part)));
  return addressWith(department, { brand, sort, page });
}
