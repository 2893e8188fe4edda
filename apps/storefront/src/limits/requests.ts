import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { readAddress } from '../words/languages';
import { clientAddress } from './client-address';

/** Searches and forms of one address in a minute: more than an office of people makes by hand. */
const MOST = 240;
const limiter = new RateLimiterMemory({ points: MOST, duration: 60 });

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: Pick<Headers, 'get'>;
}

/**
 * Counts a request that no cache answers and that the database works for: a search, or a form.
 *
 * @returns the seconds to wait when there were too many from its address, else null
 */
export async function secondsToWait({ method, path: pathname, headers }: Asked): Promise<number | null> {
  const { path } = readAddress(pathname);
  const isRead = method === 'GET' || method === 'HEAD';
  if (isRead && path !== '/search' && !path.startsWith('/search/')) return null;
  try {
    await limiter.consume(clientAddress(headers));
    return null;
  } catch (error) {
    if (error instanceof RateLimiterRes) return Math.max(1, Math.ceil(error.msBeforeNext / 1000));
    throw error;
  }
}
