/**
 * The address that a request came from. On Amplify it is the one that CloudFront has seen, which it
 * writes itself whatever the client sends; the last entry of `X-Forwarded-For` is a machine of
 * CloudFront there, the same for thousands of shoppers. Elsewhere it is what the nearest proxy
 * says: a client may send the entries before it, so only the last one counts.
 */
export function clientAddress(headers: Pick<Headers, 'get'>): string {
  // Address and port: 203.0.113.5:53123.
  const viewer = headers.get('cloudfront-viewer-address')?.replace(/:\d+$/, '');
  return viewer || headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || 'unknown';
}
