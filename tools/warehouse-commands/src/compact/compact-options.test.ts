import { UsageError } from '@clickstream/command-line';
import { COMPACT_HELP, compactOptions } from './compact-options';
import { compactedLine, planLine } from './summary';

it('reads days and whether to write anything', () => {
  expect(compactOptions([])).toEqual({ range: { from: undefined, to: undefined }, isDryRun: false });
  expect(compactOptions(['--day', '2026-11-02', '--dry-run'])).toEqual({
    range: { from: '2026-11-02', to: '2026-11-02' },
    isDryRun: true,
  });
  expect(compactOptions(['--from', '2026-11-01', '--to', '2026-11-02']).valueOf()).toMatchObject({
    range: { from: '2026-11-01', to: '2026-11-02' },
  });
});

it.each([
  [['--day', '2026-02-30'], '--day takes a day such as 2026-11-23, not "2026-02-30".'],
  [['--from', '2026-11-02', '--to', '2026-11-01'], '--to "2026-11-01" is before --from "2026-11-02".'],
  [['--day', '2026-11-02', '--to', '2026-11-03'], '--day is the only day: leave --from and --to out.'],
])('refuses %j', (args, message) => {
  expect(() => compactOptions(args)).toThrow(new UsageError(message));
});

it('explains itself', () => {
  expect(compactOptions(['--help'])).toBe('help');
  expect(COMPACT_HELP).toContain('npm run compact');
  expect(COMPACT_HELP).toContain('Exit codes:');
});

it('says in one line what was done, or would be', () => {
  const days = ['2026-11-02', '2026-11-03'];
  expect(
    compactedLine({
      left: 0,
      written: days,
      removed: ['2026-10-01'],
      unchanged: 1000,
      rows: 1234,
      bytes: 98_720,
      factFiles: 12,
    }),
  ).toBe(
    'Wrote 2 days: 1,234 events, 98,720 bytes, 80.0 for each event; removed 1 day; 1,000 unchanged; 12 files of facts.',
  );
  const nothing = { left: 0, written: [], removed: [], unchanged: 3, rows: 0, bytes: 0, factFiles: 0 };
  expect(compactedLine(nothing)).toBe(
    'Wrote 0 days: 0 events; removed 0 days; 3 unchanged; 0 files of facts.',
  );
  const write = days.map((day) => ({ day, events: 5, edition: '' }));
  expect(planLine({ write, remove: [], unchanged: 1 })).toBe(
    'Would write 2 days (2026-11-02, 2026-11-03): 10 events; remove 0 days; 1 unchanged.',
  );
});
