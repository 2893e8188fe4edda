import { UsageError } from '@clickstream/command-line';
import { fuzzOptions } from './command-line';

describe('the command line', () => {
  it('has a count and a new seed, and takes others', () => {
    expect(fuzzOptions([], 42)).toEqual({ count: 20_000, seed: 42 });
    expect(fuzzOptions(['--count', '1,000,000', '--seed=7'], 42)).toEqual({ count: 1_000_000, seed: 7 });
    expect(fuzzOptions(['--help'], 42)).toBe('help');
  });

  it.each([
    [['--count', '3'], '--count takes a whole number from 20 to 1,000,000,000, not "3".'],
    [['--seed', 'x'], '--seed takes a whole number from 0 to 1,000,000,000, not "x".'],
    [['--hours', '3'], "Unknown option '--hours'."],
  ])('says in one line what is wrong with %j', (args, message) => {
    expect(() => fuzzOptions(args, 42)).toThrow(new UsageError(message));
  });
});
