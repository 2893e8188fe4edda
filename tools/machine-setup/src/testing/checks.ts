/** Runs checks one after the other; each builds on the state that the earlier ones left. */
export interface Checks {
  /**
   * Prints its duration and its result. It throws on a failure, after which the other checks would
   * be meaningless.
   */
  readonly check: (title: string, body: () => Promise<string | void>) => Promise<void>;
  /** Prints why a check is not made, and counts it as skipped. */
  readonly skip: (title: string, reason: string) => void;
  readonly counts: () => { readonly passed: number; readonly failed: number; readonly skipped: number };
}

/** A failed check. */
export class CheckFailure extends Error {
  override readonly name = 'CheckFailure';
}

export function startChecks(say: (line: string) => void): Checks {
  let passed = 0;
  let failed = 0;
  let skipped = 0;
  return {
    check: async (title, body) => {
      const began = performance.now();
      const seconds = () => `${((performance.now() - began) / 1000).toFixed(1)} s`.padStart(7);
      try {
        const detail = await body();
        passed += 1;
        say(`ok      ${seconds()}  ${title}${detail ? ` (${detail})` : ''}`);
      } catch (error) {
        failed += 1;
        say(`FAILED  ${seconds()}  ${title}`);
        throw error;
      }
    },
    skip: (title, reason) => {
      skipped += 1;
      say(`skipped          ${title}: ${reason}`);
    },
    counts: () => ({ passed, failed, skipped }),
  };
}

/** @throws CheckFailure that shows both */
export function expectEqual(what: string, actual: unknown, wanted: unknown): void {
  const [a, w] = [actual, wanted].map((value) => JSON.stringify(value));
  if (a !== w) throw new CheckFailure(`${what}: ${a}, not ${w}`);
}

/** @throws CheckFailure that shows the text */
export function expectMatch(what: string, actual: string, wanted: RegExp): void {
  if (!wanted.test(actual)) throw new CheckFailure(`${what} is not like ${wanted}: ${actual.trim()}`);
}
