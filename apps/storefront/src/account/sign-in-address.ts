import { addressWith } from '../formatting/query';
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

/** True for a page that one does not come back to after the sign-in. */
export const isOnTheWay = (path: string): boolean => WAYS_IN.includes(path);

/** The address of the sign-in that leads back to a page of the shop. */
export function signInAddress(path: string, query: URLSearchParams): string {
  const here = query.size > 0 ? `${path}?${query}` : path;
  const next = localPath(isOnTheWay(path) ? query.get('next') : here);
  return addressWith('/sign-in', { next: next === '/' ? undefined : next });
}
