import type { Benchmark } from './benchmark';
import { helpText, planRuns, UsageError } from './command-line';

const benchmark = (name: string): Benchmark => ({
  name,
  describe: `what ${name} measures`,
  defaultEvents: 1_000,
  defaultRounds: 5,
  run: async () => [],
});
const ALL = [benchmark('ingest'), benchmark('etl')];

it('runs all benchmarks with their own sizes when none is named', () => {
  expect(planRuns([], ALL)).toEqual(ALL.map((each) => ({ benchmark: each, events: 1_000, rounds: 5 })));
});

it('runs what is named, with the size that is asked for', () => {
  expect(planRuns(['etl', '--events', '1,000,000', '--rounds=2'], ALL)).toEqual([
    { benchmark: ALL[1], events: 1_000_000, rounds: 2 },
  ]);
});

it.each([
  [['speed'], 'There is no benchmark "speed". There are: ingest, etl.'],
  [['--speed'], "Unknown option '--speed'."],
  [['--events', 'many'], '--events takes a whole number from 1, not "many".'],
  [['--rounds', '0'], '--rounds takes a whole number from 1, not "0".'],
])('says what is wrong with %j', (args, message) => {
  expect(() => planRuns(args, ALL)).toThrow(new UsageError(message));
});

it('tells with --help what there is', () => {
  expect(planRuns(['--help'], ALL)).toBe('help');
  expect(helpText(ALL)).toContain('what etl measures');
});
