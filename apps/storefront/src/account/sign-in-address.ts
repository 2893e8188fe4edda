import { addressWith } from '../formatting/query';
import { readAddress } from '../words/languages';
import { localPath } from './local-path';

/** Pages on the way to an account. One does not come back to them, but to the page before. */
const WAYS_IN = [
  '/sign-in',
  '/sign-in/code',
  '/sign-in/staff',
  '/sign-up',
  '/confirm',
  '/forgot-password',
  '/reset-password',
];

/** True for the address of a page that one does not come back to after the sign-in. */
export const isOnTheWay = (pathname: string): boolean => WAYS_IN.includes(readAddress(pathname).path);

/** The path of the sign-in that leads back to a page of the shop, in the language of both. */
export function signInAddress(pathname: string, query: URLSearchParams): string {
  const { path } = readAddress(pathname);
  const here = query.size > 0 ? `${path}?${query}` : path;
  const next = localPath(isOnTheWay(path) ? query.get('next') : here);
  return addressWith('/sign-in', { next: next === '/' ? undefined : next });
}
