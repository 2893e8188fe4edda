/**
 * A path of this shop to go on to, from a query or a form. Anything that could lead to another site gives `/`.
 */
export function localPath(asked: unknown): string {
  if (typeof asked !== 'string' || !asked.startsWith('/')) return '/';
  const shop = 'http://shop.invalid';
  try {
    const url = new URL(asked, shop);
    return url.origin === shop ? `${url.pathname}${url.search}` : '/';
  } catch {
    return '/';
  }
}
