import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

const MINUTE = 60;

/** A try of a password or a code: the account, and the address it came from. */
export interface Attempt {
  readonly account: string;
  readonly address: string;
}

/**
 * Attempts that may fail. From one address few for one account; for an account from anywhere so
 * many that nobody can lock its owner out by accident, and too few to guess a password or a code.
 */
const RULES = [
  { limiter: limiter(10, 15 * MINUTE), keyOf: ({ account, address }: Attempt) => `${account} ${address}` },
  { limiter: limiter(30, 15 * MINUTE), keyOf: ({ address }: Attempt) => address },
  { limiter: limiter(100, 60 * MINUTE), keyOf: ({ account }: Attempt) => account },
];

/**
 * Codes that are mailed: few, so that nobody can fill a mailbox, whether it has an account or not.
 */
const MAIL_RULES: typeof RULES = [
  { limiter: limiter(5, 15 * MINUTE), keyOf: ({ account, address }) => `${account} ${address}` },
  { limiter: limiter(20, 15 * MINUTE), keyOf: ({ address }) => address },
  { limiter: limiter(10, 60 * MINUTE), keyOf: ({ account }) => account },
];

function limiter(points: number, duration: number): RateLimiterMemory {
  return new RateLimiterMemory({ points, duration });
}

/**
 * Takes one of the attempts that are left, before anything is compared: many at the same moment
 * get no more. A success gives it back.
 *
 * @returns false when none is left
 */
export async function takeAttempt(attempt: Attempt): Promise<boolean> {
  return takeOfEach(RULES, attempt);
}

/** Takes one of the mails with a code that are left; false when none is. */
export async function takeMail(attempt: Attempt): Promise<boolean> {
  return takeOfEach(MAIL_RULES, attempt);
}

async function takeOfEach(rules: typeof RULES, attempt: Attempt): Promise<boolean> {
  const taken = await Promise.all(rules.map((rule) => hasPoint(rule.limiter, rule.keyOf(attempt))));
  return taken.every(Boolean);
}

/** Forgets the attempts of somebody who has shown that the account is theirs. */
export async function forgetAttempts(attempt: Attempt): Promise<void> {
  await Promise.all(RULES.map(({ limiter: one, keyOf }) => one.reward(keyOf(attempt), 1)));
}

async function hasPoint(limiterOfRule: RateLimiterMemory, key: string): Promise<boolean> {
  try {
    await limiterOfRule.consume(key);
    return true;
  } catch (error) {
    if (error instanceof RateLimiterRes) return false;
    throw error;
  }
}
