/** One sentence for somebody who has tried too often. */
export const TOO_MANY_ATTEMPTS = 'Too many attempts. Please wait a quarter of an hour and try again.';
