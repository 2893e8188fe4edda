/**
 * A path of this shop from a query or a form. Anything that could lead to another site becomes `/`.
 */
export function localPath(asked: unknown): string {
  if (typeof asked !== 'string' || !asked.startsWith('/')) return '/';
  const shop = 'http://shop.invalid';
  try {
    const url = new URL(asked, shop);
    const path = `${url.pathname}${url.search}`;
    // Dots are resolved by now: `/.//other.example` has become a path that
    // begins with another host.
    return url.origin === shop && !path.startsWith('//') ? path : '/';
  } catch {
    return '/';
  }
}
