/**
 * The address that a request came from, as the nearest proxy says it. A client may send the entries
 * before it, so only the last one counts.
 */
export function clientAddress(headers: Pick<Headers, 'get'>): string {
  return headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || 'unknown';
}
