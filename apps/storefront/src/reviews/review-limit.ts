import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Reviews of one customer in an hour, changes of them included. */
const limiter = new RateLimiterMemory({ points: 20, duration: 60 * 60 });

/** One sentence for somebody who writes too many. */
export const TOO_MANY_REVIEWS = 'You have written many reviews. Please wait an hour and try again.';

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
