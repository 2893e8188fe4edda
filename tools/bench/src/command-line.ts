import { parseArgs } from 'node:util';
import type { Benchmark } from './benchmark';

/** One benchmark with the size it shall have. */
export interface PlannedRun {
  benchmark: Benchmark;
  events: number;
  rounds: number;
}

/** The command line asks for something that does not exist. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** The text of `--help`. */
export function helpText(benchmarks: readonly Benchmark[]): string {
  const list = benchmarks.map(
    ({ name, describe, defaultEvents, defaultRounds }) =>
      `  ${name.padEnd(8)} ${describe}\n` +
      `${' '.repeat(11)}${defaultEvents.toLocaleString('en')} events, ${defaultRounds} rounds`,
  );
  return `Measures speed against a floor that is taken in the same run.

Usage: npm run bench -- [benchmark ...] [--events <n>] [--rounds <n>]

Benchmarks (all of them, if none is named):
${list.join('\n')}

Options:
  --events <n>   events in a round
  --rounds <n>   measured rounds of each contender, after one that warms it up
  --help         this text
`;
}

/**
 * Reads what to run off the command line.
 *
 * @returns the runs in the order asked for, or 'help'
 * @throws {UsageError} for an unknown benchmark or option, or a size that is no whole number from 1
 */
export function planRuns(args: string[], benchmarks: readonly Benchmark[]): PlannedRun[] | 'help' {
  const { positionals, values } = parseOptions(args);
  if (values.help) return 'help';
  const names = positionals.length > 0 ? positionals : benchmarks.map(({ name }) => name);
  return names.map((name) => {
    const benchmark = benchmarks.find((known) => known.name === name);
    if (!benchmark) {
      throw new UsageError(
        `There is no benchmark "${name}". There are: ${benchmarks.map((known) => known.name).join(', ')}.`,
      );
    }
    return {
      benchmark,
      events: wholeNumber('--events', values.events, benchmark.defaultEvents),
      rounds: wholeNumber('--rounds', values.rounds, benchmark.defaultRounds),
    };
  });
}

function parseOptions(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { events: { type: 'string' }, rounds: { type: 'string' }, help: { type: 'boolean' } },
    });
  } catch (error) {
    const [firstSentence] = String((error as Error).message).split('. ');
    throw new UsageError(`${firstSentence}.`);
  }
}

function wholeNumber(option: string, given: string | undefined, otherwise: number): number {
  if (given === undefined) return otherwise;
  const value = Number(given.replaceAll(',', ''));
  if (!Number.isSafeInteger(value) || value < 1) {
    throw new UsageError(`${option} takes a whole number from 1, not "${given}".`);
  }
  return value;
}
