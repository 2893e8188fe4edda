// Jest looks a global up again for each use, which takes longer than the use.
const { cos, exp, imul, log, max, min, PI, round, sqrt } = Math;

/** Random numbers of one seed. */
export interface Random {
  poisson(this: void, mean: number): number;
  binomial(this: void, trials: number, rate: number): number;
  /** The money of so many orders, and the sum of their squares: a few are ten times as large. */
  money(this: void, orders: number): { readonly money: number; readonly squares: number };
}

/** Random numbers that are the same for the same seed (mulberry32). */
export function randomOf(seed: number): Random {
  let state = seed;
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  /** A normal number: of many, counts are nearly normal, and much faster so. */
  const near = (mean: number, variance: number, most: number) => {
    const normal = sqrt(-2 * log(1 - uniform())) * cos(2 * PI * uniform());
    return min(max(round(mean + sqrt(variance) * normal), 0), most);
  };
  return {
    binomial(trials, rate) {
      if (trials * rate * (1 - rate) > 20) return near(trials * rate, trials * rate * (1 - rate), trials);
      let hits = 0;
      for (let trial = 0; trial < trials; trial++) if (uniform() < rate) hits++;
      return hits;
    },
    poisson(mean) {
      if (mean > 40) return near(mean, mean, Infinity);
      let events = 0;
      const limit = exp(-mean);
      for (let product = uniform(); product > limit; product *= uniform()) events++;
      return events;
    },
    money(orders) {
      // The means of the loop below.
      if (orders > 30)
        return { money: near(140 * orders, 25_600 * orders, Infinity), squares: 45_200 * orders };
      let [money, squares] = [0, 0];
      for (let order = 0; order < orders; order++) {
        const value = 20 + 600 * uniform() ** 4;
        money += value;
        squares += value ** 2;
      }
      return { money, squares };
    },
  };
}
