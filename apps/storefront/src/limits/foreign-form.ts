interface Sent {
  readonly method: string;
  readonly headers: Pick<Headers, 'get'>;
}

/**
 * True for a form or a call that another site made a browser send, with the cookies of its owner.
 * A browser names the site in `Origin`; a sandboxed page is `null`. A request without it is from no
 * page.
 */
export function isForeign({ method, headers }: Sent): boolean {
  if (method === 'GET' || method === 'HEAD') return false;
  if (headers.get('sec-fetch-site') === 'cross-site') return true;
  const origin = headers.get('origin');
  if (origin === null) return false;
  const host = headers.get('x-forwarded-host') ?? headers.get('host');
  return !URL.canParse(origin) || new URL(origin).host !== host;
}
