import { median } from '../alternate-rounds';
import type { QuestionTimes } from '../questions/times-table';

/** Milliseconds of the questions of all tabs, for one range of days. */
export interface TileTimes {
  readonly p50: number;
  readonly p95: number;
  /** The question that takes longest, and how long; Infinity where PostgreSQL stopped it. */
  readonly slowest: { readonly question: string; readonly ms: number };
  /** Questions of which an answer was stopped. */
  readonly stopped: readonly string[];
}

/** The figures of one range, the floor left out. @param range its place among those asked for */
export function tileTimes(times: QuestionTimes, range: number): TileTimes {
  const [, ...questions] = Object.entries(times).map(([question, byRange]) => ({
    question,
    ms: median((byRange[range] ?? []).map((time) => time ?? Infinity)),
  }));
  const sorted = questions.sort((one, other) => one.ms - other.ms);
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1];
  return {
    p50: at(0.5)?.ms ?? Number.NaN,
    p95: at(0.95)?.ms ?? Number.NaN,
    slowest: at(1) ?? { question: '', ms: Number.NaN },
    stopped: sorted.filter(({ ms }) => ms === Infinity).map(({ question }) => question),
  };
}
