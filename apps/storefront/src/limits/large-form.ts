interface Sent {
  readonly method: string;
  readonly headers: Pick<Headers, 'get'>;
}

/** The largest form that the shop reads, in bytes: a hundred times what its own pages send. */
const LARGEST_FORM = 100_000;

/**
 * True for a form that says that it is too large, so that none of it is read. Next stops reading
 * one that does not say, as no browser sends it.
 */
export function isTooLarge({ method, headers }: Sent): boolean {
  if (method === 'GET' || method === 'HEAD') return false;
  return Number(headers.get('content-length')) > LARGEST_FORM;
}
