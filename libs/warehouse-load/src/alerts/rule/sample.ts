/** The count of one window of time: a number, and what it is a share of. */
export interface Sample {
  /** Events, sessions or orders; of revenue, the money. */
  readonly value: number;
  /** Of a share, what `value` is a part of; otherwise 1. */
  readonly exposure: number;
  /** Of revenue, the sum of the squares of its orders; otherwise 0. */
  readonly squares: number;
}

/** One window of time as it is now, and one, two, three … weeks before. */
export type Weeks = readonly Sample[];

/** The hours that the windows have. All of them end with the last closed hour. */
export const WINDOW_HOURS = [1, 6, 24] as const;

/** The weeks before that a window is compared with. */
export const WEEKS = 8;

/** Fewer weeks than these say too little: nothing is judged. */
export const MIN_WEEKS = 4;

/** The middle of a few numbers; 0 when there are none. */
export function median(numbers: readonly number[]): number {
  const sorted: number[] = [];
  // By insertion: of eight numbers the quickest, and each hour has thousands of them.
  for (const number of numbers) {
    let place = sorted.length;
    for (; place > 0 && (sorted[place - 1] ?? 0) > number; place--) sorted[place] = sorted[place - 1] ?? 0;
    sorted[place] = number;
  }
  const middle = sorted.length >> 1;
  const above = sorted[middle] ?? 0;
  return sorted.length % 2 === 0 ? ((sorted[middle - 1] ?? 0) + above) / 2 : above;
}
