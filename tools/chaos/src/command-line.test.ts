import { UsageError } from '@clickstream/command-line';
import { chaosOptions } from './command-line';

describe('the command line', () => {
  it('has a size for everything, and takes another', () => {
    expect(chaosOptions([], 42)).toEqual({ events: 100_000, kills: 5, seed: 42 });
    expect(chaosOptions(['--events', '3,000', '--kills', '0', '--seed=7'], 42)).toEqual({
      events: 3_000,
      kills: 0,
      seed: 7,
    });
    expect(chaosOptions(['--help'], 42)).toBe('help');
  });

  it.each([
    [['--events', '10'], '--events takes a whole number from 1,000, not "10".'],
    [['--kills', 'x'], '--kills takes a whole number from 0, not "x".'],
    [['--hours', '3'], "Unknown option '--hours'."],
  ])('says in one line what is wrong with %j', (args, message) => {
    expect(() => chaosOptions(args, 42)).toThrow(new UsageError(message));
  });
});
