/** A stream of chance that is the same for the same seed, on every machine. */
export interface Random {
  /** A number from 0 up to but not 1. */
  next(): number;
  /** A whole number from `least` to `most`, both possible. */
  whole(least: number, most: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** One of several, with equal probability. The list must not be empty. */
  pick<T>(choices: readonly T[]): T;
  /** One of several, each as likely as its weight. At least one weight must be above 0. */
  weighted<T>(choices: readonly (readonly [choice: T, weight: number])[]): T;
  /**
   * A duration in milliseconds: mostly near `median`, sometimes many times that.
   */
  duration(median: number): number;
  /** Number of times that something happens if it happens `mean` times on average (Poisson). */
  count(mean: number): number;
  /** Random bytes. */
  bytes(length: number): Uint8Array;
}

/** A new stream from a seed. */
export function createRandom(seed: number): Random {
  const next = uniform(seed);

  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());

  const random: Random = {
    next,
    whole: (least, most) => least + Math.floor(next() * (most - least + 1)),
    chance: (probability) => next() < probability,
    pick: <T>(choices: readonly T[]) => choices[Math.floor(next() * choices.length)] as T,
    weighted<T>(choices: readonly (readonly [T, number])[]) {
      const total = choices.reduce((sum, [, weight]) => sum + weight, 0);
      let left = next() * total;
      const found = choices.find(([, weight]) => (left -= weight) < 0);
      return (found ?? (choices.at(-1) as readonly [T, number]))[0];
    },
    duration: (median) => Math.round(median * Math.exp(0.7 * normal())),
    count(mean) {
      const limit = Math.exp(-mean);
      let product = next();
      let events = 0;
      while (product > limit) {
        product *= next();
        events += 1;
      }
      return events;
    },
    bytes: (length) => Uint8Array.from({ length }, () => Math.floor(next() * 256)),
  };
  return random;
}

/** The generator sfc32 of the PractRand suite, warmed up so that similar seeds diverge. */
function uniform(seed: number): () => number {
  let a = seed >>> 0;
  let b = Math.floor(seed / 2 ** 32) >>> 0;
  let c = 0x9e3779b9;
  let counter = 1;
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let round = 0; round < 20; round += 1) next();
  return next;
}
