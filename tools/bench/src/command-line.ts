import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { FLAG, readArguments, TEXT, UsageError, wholeNumber } from '@clickstream/command-line';
import type { Benchmark } from './benchmark';

/** One benchmark with the size it shall have. */
export interface PlannedRun {
  readonly benchmark: Benchmark;
  readonly events: number;
  readonly rounds: number;
  readonly size: number;
  readonly against?: string;
}

/** Options of the command line. */
export interface Plan {
  readonly runs: PlannedRun[];
  readonly isRecorded: boolean;
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

Benchmarks (without a name, those that need no option):
${list.join('')}
Options:
  --events <n>   events in a round
  --rounds <n>   measured rounds of each contender
  --against <folder>
                 measures this version against the checkout of another one there, with its packages
                 installed, in the same rounds, instead of against floors; ${againstOf(benchmarks)}
  --record       writes the tables into docs/measured.md as well
  --help         this text
`;
}

/**
 * Reads the benchmarks to run from the command line. A benchmark with an option runs when that is
 * given, and then its subject's other benchmarks do not.
 *
 * @returns the runs in the order asked for, or 'help'
 * @throws {UsageError} for an unknown subject or option, or a size that is
 *   not a whole number from 1
 */
export function planRuns(args: string[], benchmarks: readonly Benchmark[]): Plan | 'help' {
  const { positionals, values } = parseOptions(args, benchmarks);
  if (values['help'] === true) return 'help';
  const subjects = subjectsOf(benchmarks);
  const unknown = positionals.find((name) => !subjects.includes(name));
  if (unknown !== undefined) {
    throw new UsageError(`There is no benchmark "${unknown}". Choose from: ${subjects.join(', ')}.`);
  }
  const given = (name: string): string | undefined => {
    const value = values[name];
    return typeof value === 'string' ? value : undefined;
  };
  const named = positionals.length > 0 ? positionals : subjects;
  const candidates = named.flatMap((name) => benchmarks.filter(({ subject }) => subject === name));
  const asked = candidates.filter(({ option }) => option && given(option.name) !== undefined);
  const plain = asked.length > 0 ? asked : candidates.filter(({ option }) => !option);
  const against = given('against');
  const chosen = against === undefined ? plain : plain.filter(({ readsAgainst }) => readsAgainst);
  if (plain.length === 0)
    throw new UsageError(`${named.join(', ')} needs ${optionsOf(candidates)}: see --help.`);
  if (chosen.length === 0)
    throw new UsageError(`--against goes with ${againstOf(benchmarks)}, and no option.`);
  const runs = chosen.map((benchmark) => {
    const { option, defaultEvents, defaultRounds } = benchmark;
    return {
      benchmark,
      events: wholeNumber('--events', given('events'), { otherwise: defaultEvents, least: 1 }),
      rounds: wholeNumber('--rounds', given('rounds'), { otherwise: defaultRounds, least: 1 }),
      size: option ? wholeNumber(`--${option.name}`, given(option.name), { otherwise: 0, least: 1 }) : 0,
      ...(against === undefined ? {} : { against: checkoutIn(against) }),
    };
  });
  return { runs, isRecorded: values['record'] === true };
}

function optionsOf(benchmarks: readonly Benchmark[]): string {
  return benchmarks.flatMap(({ option }) => (option ? [`--${option.name} <n>`] : [])).join(' or ');
}

function againstOf(benchmarks: readonly Benchmark[]): string {
  return subjectsOf(benchmarks.filter(({ readsAgainst }) => readsAgainst)).join(' and ');
}

/** @throws {UsageError} when the folder is not a checkout that can be bundled */
function checkoutIn(folder: string): string {
  const checkout = resolve(folder);
  if (existsSync(resolve(checkout, 'node_modules/.bin/nx'))) return checkout;
  throw new UsageError(
    `--against takes a checkout with its packages installed; ${checkout} has no node_modules. Run npm ci there.`,
  );
}

function subjectsOf(benchmarks: readonly Benchmark[]): string[] {
  return [...new Set(benchmarks.map(({ subject }) => subject))];
}

function parseOptions(args: string[], benchmarks: readonly Benchmark[]) {
  const ownOptions = benchmarks.flatMap(({ option }) => (option ? [option.name] : []));
  const names = ['events', 'rounds', 'against', ...ownOptions];
  const texts: Record<string, typeof TEXT> = Object.fromEntries(names.map((name) => [name, TEXT]));
  return readArguments<Record<string, typeof TEXT | typeof FLAG>>(args, { ...texts, record: FLAG });
}
