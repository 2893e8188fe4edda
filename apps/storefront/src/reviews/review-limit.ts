import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Reviews of one customer in an hour, changes of them included. */
const limiter = new RateLimiterMemory({ points: 20, duration: 60 * 60 });

/** Takes one of the reviews that a customer may write; false when none is left. */
export async function takeReview(customerId: string): Promise<boolean> {
  try {
    await limiter.consume(customerId);
    return true;
  } catch (error) {
    if (error instanceof RateLimiterRes) return false;
    throw error;
  }
}
