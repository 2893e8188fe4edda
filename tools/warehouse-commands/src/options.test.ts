import { LETTER_HELP, letterOptions } from './letter/letter-options';
import { REBUILD_HELP, rebuildOptions } from './rebuild/rebuild-options';
import { REPLAY_HELP, replayOptions } from './replay/replay-options';
import { RETENTION_HELP, retentionOptions } from './retention/retention-options';
import { UsageError } from '@clickstream/command-line';

describe('the options of npm run replay', () => {
  it('are a choice of lines, and whether to change anything', () => {
    expect(replayOptions([])).toEqual({ filter: {}, isDryRun: false, isOnAws: false });
    expect(
      replayOptions(['--reason', 'not_json', '--object', 'k', '--from', '2026-11-01', '--dry-run']),
    ).toEqual({
      filter: { reason: 'not_json', object: 'k', range: { from: 'events/2026/11/01/', to: 'events/9999/' } },
      isDryRun: true,
      isOnAws: false,
    });
    expect(() => replayOptions(['--to', 'now'])).toThrow(UsageError);
  });
});

describe('the options of npm run retention', () => {
  it('are months to keep, 25 by default, and 36 in the lake', () => {
    expect(retentionOptions([])).toEqual({ months: 25, lakeMonths: 36, isDryRun: false, isOnAws: false });
    expect(retentionOptions(['--months', '3', '--dry-run', '--on-aws'])).toEqual({
      months: 3,
      lakeMonths: 36,
      isDryRun: true,
      isOnAws: true,
    });
    expect(retentionOptions(['--months', '48'])).toMatchObject({ lakeMonths: 48 });
    expect(() => retentionOptions(['--lake-months', '24'])).toThrow(
      '--lake-months 24 is less than the 25 months',
    );
  });

  it.each(['0', '-1', '1.5', 'all', ''])('refuse --months "%s"', (months) => {
    expect(() => retentionOptions([`--months=${months}`])).toThrow(UsageError);
  });
});

describe('the options of npm run rebuild', () => {
  it('are the facts only, or everything once that is confirmed', () => {
    expect(rebuildOptions([])).toEqual({ kind: 'facts' });
    expect(rebuildOptions(['--from-s3', '--yes'])).toEqual({ kind: 'all', allowDataLoss: false });
    expect(rebuildOptions(['--from-s3', '--yes', '--allow-data-loss'])).toEqual({
      kind: 'all',
      allowDataLoss: true,
    });
    expect(() => rebuildOptions(['--from-s3'])).toThrow('add --yes');
    expect(() => rebuildOptions(['--allow-data-loss'])).toThrow(UsageError);
  });
});

describe('the options of npm run letter', () => {
  it('are the last day and the file, by default those of the writer', () => {
    expect(letterOptions([])).toEqual({ to: '', out: '' });
    expect(letterOptions(['--to', '2026-11-22', '--out', 'a.html'])).toEqual({
      to: '2026-11-22',
      out: 'a.html',
    });
  });

  it.each(['2026-02-30', 'sunday', '22.11.2026'])('refuse --to "%s"', (day) => {
    expect(() => letterOptions(['--to', day])).toThrow(UsageError);
  });
});

it.each([
  ['letter', letterOptions, LETTER_HELP],
  ['replay', replayOptions, REPLAY_HELP],
  ['retention', retentionOptions, RETENTION_HELP],
  ['rebuild', rebuildOptions, REBUILD_HELP],
])('npm run %s explains itself', (name, read, help) => {
  expect(read(['--help'])).toBe('help');
  expect(help).toContain(`npm run ${name}`);
  expect(help).toContain('Exit codes:');
});
