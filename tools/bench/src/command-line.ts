import type { Benchmark } from './benchmark';
import { parsedArgs, UsageError, wholeNumber } from './command';

/** One benchmark with the size it shall have. */
export interface PlannedRun {
  benchmark: Benchmark;
  events: number;
  rounds: number;
  size: number;
}

/** What the command line asks for. */
export interface Plan {
  runs: PlannedRun[];
  asMarkdown: boolean;
}

/** The text of `--help`. */
export function helpText(benchmarks: readonly Benchmark[]): string {
  const list = benchmarks.map(
    ({ subject, option, describe, defaultEvents, defaultRounds }) =>
      `  ${subject}${option ? ` --${option.name} <n>` : ''}\n      ${describe}\n` +
      `${option ? `      <n>: ${option.describe}\n` : ''}` +
      `      ${defaultEvents > 0 ? `${defaultEvents.toLocaleString('en')} events, ` : ''}${defaultRounds} rounds\n`,
  );
  return `Measures speed against a floor that is taken in the same run.

Usage: npm run bench -- [${subjectsOf(benchmarks).join('] [')}] [options]

Benchmarks (those without an option of their own, if none is named):
${list.join('')}
Options:
  --events <n>   events in a round
  --rounds <n>   measured rounds of each contender
  --markdown     prints the tables as Markdown
  --help         this text
`;
}

/**
 * Reads what to run off the command line. A benchmark with an option of its own runs when that is given, and then its
 * subject's other benchmarks do not.
 *
 * @returns the runs in the order asked for, or 'help'
 * @throws {UsageError} for an unknown subject or option, or a size that is not a whole number from 1
 */
export function planRuns(args: string[], benchmarks: readonly Benchmark[]): Plan | 'help' {
  const { positionals, values } = parseOptions(args, benchmarks);
  if (values['help'] === true) return 'help';
  const subjects = subjectsOf(benchmarks);
  const unknown = positionals.find((name) => !subjects.includes(name));
  if (unknown !== undefined) {
    throw new UsageError(`There is no benchmark "${unknown}". There are: ${subjects.join(', ')}.`);
  }
  const given = (name: string): string | undefined => {
    const value = values[name];
    return typeof value === 'string' ? value : undefined;
  };
  const named = positionals.length > 0 ? positionals : subjects;
  const candidates = named.flatMap((name) => benchmarks.filter(({ subject }) => subject === name));
  const asked = candidates.filter(({ option }) => option && given(option.name) !== undefined);
  const chosen = asked.length > 0 ? asked : candidates.filter(({ option }) => !option);
  const runs = chosen.map((benchmark) => {
    const { option, defaultEvents, defaultRounds } = benchmark;
    return {
      benchmark,
      events: wholeNumber('--events', given('events'), defaultEvents, 1),
      rounds: wholeNumber('--rounds', given('rounds'), defaultRounds, 1),
      size: option ? wholeNumber(`--${option.name}`, given(option.name), 0, 1) : 0,
    };
  });
  return { runs, asMarkdown: values['markdown'] === true };
}

function subjectsOf(benchmarks: readonly Benchmark[]): string[] {
  return [...new Set(benchmarks.map(({ subject }) => subject))];
}

function parseOptions(args: string[], benchmarks: readonly Benchmark[]) {
  const ownOptions = benchmarks.flatMap(({ option }) => (option ? [option.name] : []));
  const options: Record<string, { type: 'string' | 'boolean' }> = {
    markdown: { type: 'boolean' },
    help: { type: 'boolean' },
  };
  for (const name of ['events', 'rounds', ...ownOptions]) options[name] = { type: 'string' };
  return parsedArgs({ args, allowPositionals: true, options });
}
