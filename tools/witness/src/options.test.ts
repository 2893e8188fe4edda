import { UsageError } from '@clickstream/command-line';
import { witnessOptions } from './options';

describe('the options of the witness', () => {
  it('are two days, both or none', () => {
    expect(witnessOptions(['--from', '2026-11-02', '--to', '2026-11-02'])).toEqual({
      from: '2026-11-02',
      to: '2026-11-02',
      json: false,
    });
    expect(witnessOptions(['--json'])).toEqual({ from: undefined, to: undefined, json: true });
    expect(witnessOptions(['--help'])).toBe('help');
  });

  it.each([
    [['--from', 'monday'], '--from takes a day such as 2026-11-23, not "monday".'],
    [['--to', '2026-02-30'], '--to takes a day such as 2026-11-23, not "2026-02-30".'],
    [['--from', '2026-11-03', '--to', '2026-11-02'], '--to "2026-11-02" is before --from "2026-11-03".'],
  ])('refuse %j', (args, message) => {
    expect(() => witnessOptions(args)).toThrow(new UsageError(message));
  });
});
