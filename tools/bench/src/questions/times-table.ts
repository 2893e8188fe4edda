import type { Report } from '../report';

/** Milliseconds of each round, by question, then by range; null where an answer took too long. */
export type QuestionTimes = Readonly<Record<string, readonly (readonly (number | null)[])[]>>;

/**
 * A line for each question, with the 95th percentile for each range, and how many times that of the
 * first question it is, which is the floor.
 */
export function timesTable(times: QuestionTimes, ranges: readonly string[]): Report['table'] {
  const questions = Object.entries(times);
  const floors = questions[0]?.[1].map(percentile95) ?? [];
  return [
    ['', ...ranges.flatMap((range) => [`${range}, p95 ms`, '÷ floor'])],
    ...questions.map(([name, byRange]) => [
      name,
      ...byRange.flatMap((rounds, range) => {
        const time = percentile95(rounds);
        if (time === null) return ['stopped', '–'];
        return [time.toFixed(0), `${(time / (floors[range] ?? Number.NaN)).toFixed(2)}×`];
      }),
    ]),
  ];
}

/** The smallest time that 95 % of the rounds do not exceed; null where any round was stopped. */
function percentile95(rounds: readonly (number | null)[]): number | null {
  const times = rounds.filter((time): time is number => time !== null).sort((one, other) => one - other);
  if (times.length < rounds.length) return null;
  return times[Math.ceil(0.95 * times.length) - 1] ?? null;
}
