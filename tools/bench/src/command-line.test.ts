import { resolve } from 'node:path';
import { UsageError } from '@clickstream/command-line';
import type { Benchmark } from './benchmark';
import { helpText, planRuns } from './command-line';

const benchmark = (subject: string, describe: string, option?: Benchmark['option']): Benchmark => ({
  subject,
  describe,
  option,
  defaultEvents: 1_000,
  defaultRounds: 5,
  run: async () => ({ table: [], remarks: [] }),
});
const ingest = benchmark('ingest', 'the handler');
const coldStart = benchmark('ingest', 'cold starts');
const etl = benchmark('etl', 'loads');
const small = benchmark('etl', 'loads of small objects', { name: 'small-objects', describe: 'how many' });
const ALL = [ingest, coldStart, etl, small];
const OWN_SIZES = { events: 1_000, rounds: 5, size: 0 };

it('runs all benchmarks with their own sizes when none is named, but for those with an option', () => {
  expect(planRuns([], ALL)).toEqual({
    runs: [ingest, coldStart, etl].map((each) => ({ benchmark: each, ...OWN_SIZES })),
    isRecorded: false,
  });
});

it('runs what is named, with the size that is asked for', () => {
  expect(planRuns(['etl', '--events', '1,000,000', '--rounds=2', '--record'], ALL)).toEqual({
    runs: [{ benchmark: etl, events: 1_000_000, rounds: 2, size: 0 }],
    isRecorded: true,
  });
});

it('runs the benchmark of an option alone when that is given', () => {
  expect(planRuns(['etl', '--small-objects', '200'], ALL)).toEqual({
    runs: [{ benchmark: small, ...OWN_SIZES, size: 200 }],
    isRecorded: false,
  });
});

it('names the option of a subject that has no benchmark without one', () => {
  expect(() => planRuns(['etl'], [ingest, small])).toThrow(
    new UsageError('etl needs --small-objects <n>: see --help.'),
  );
});

it('measures against another checkout only where a benchmark can', () => {
  const reading = { ...etl, readsAgainst: true };
  const workspace = resolve(import.meta.dirname, '../../..');
  expect(planRuns(['--against', workspace], [ingest, reading])).toEqual({
    runs: [{ benchmark: reading, ...OWN_SIZES, against: workspace }],
    isRecorded: false,
  });
  expect(() => planRuns(['--against', workspace, 'ingest'], [ingest, reading])).toThrow(
    new UsageError('--against goes with etl, and no option.'),
  );
  expect(() => planRuns(['--against', '/nowhere'], [reading])).toThrow(
    new UsageError(
      '--against takes a checkout with its packages installed; /nowhere has no node_modules. Run npm ci there.',
    ),
  );
});

it.each([
  [['speed'], 'There is no benchmark "speed". Choose from: ingest, etl.'],
  [['--speed'], "Unknown option '--speed'."],
  [['--events', 'many'], '--events takes a whole number from 1, not "many".'],
  [['--rounds', '0'], '--rounds takes a whole number from 1, not "0".'],
  [['--small-objects', 'few'], '--small-objects takes a whole number from 1, not "few".'],
])('says what is wrong with %j', (args, message) => {
  expect(() => planRuns(args, ALL)).toThrow(new UsageError(message));
});

it('lists the benchmarks and options with --help', () => {
  expect(planRuns(['--help'], ALL)).toBe('help');
  expect(helpText(ALL)).toContain('etl --small-objects <n>\n      loads of small objects');
});
