import { readAddress } from '../words/languages';

/**
 * A path of this shop from a query or a form, without a language. Anything that could lead to
 * another site becomes `/`.
 */
export function localPath(asked: unknown): string {
  if (typeof asked !== 'string' || !asked.startsWith('/')) return '/';
  const shop = 'http://shop.invalid';
  try {
    const url = new URL(asked, shop);
    const path = `${readAddress(url.pathname).path}${url.search}`;
    // Dots are resolved by now: `/.//other.example` has become a path that
    // begins with another host.
    return url.origin === shop && !path.startsWith('//') ? path : '/';
  } catch {
    return '/';
  }
}
