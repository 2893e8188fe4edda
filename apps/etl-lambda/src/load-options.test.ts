import { UsageError } from '@clickstream/command-line';
import { LOAD_HELP, loadOptions } from './load-options';

describe('the options of npm run etl', () => {
  it('are a range, or nothing for everything', () => {
    expect(loadOptions([])).toEqual({ range: undefined });
    expect(loadOptions(['--from', '2026-11-01', '--to', '2026-11-02T08'])).toEqual({
      range: { from: 'events/2026/11/01/', to: 'events/2026/11/02/08/' },
    });
  });

  it.each([
    [['--frm', '2026-11-01'], "Unknown option '--frm'."],
    [['--from', '2026-11-31'], '"2026-11-31" is not a UTC day or hour (YYYY-MM-DD or YYYY-MM-DDTHH).'],
    [['--from', '2026-11-02', '--to', '2026-11-01'], '"2026-11-01" is before "2026-11-02".'],
    [['today'], "Unexpected argument 'today'."],
  ])('%j are refused in one sentence', (args, message) => {
    expect(() => loadOptions(args)).toThrow(new UsageError(message));
  });

  it('explain themselves', () => {
    expect(loadOptions(['--help'])).toBe('help');
    expect(LOAD_HELP).toContain('--from <time>');
  });
});
