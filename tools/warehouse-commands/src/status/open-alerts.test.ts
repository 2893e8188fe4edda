import { loadedHoursForEachTest } from '../testing/loaded-hours';

const stage = loadedHoursForEachTest();

/** Alerts with these words, the first of which is over. */
const raise = (...words: string[]) =>
  stage.warehouse.query(
    'admin',
    `INSERT INTO alerts (metric, subject, segment_by, segment, hours, until, observed, expected, exposure, score, words,
       run_id, over_at)
     SELECT 'sessions', '', '', '', 6, '2026-11-02T10:00Z', 1, 2, 1, 9, words, 1, CASE WHEN nth = 1 THEN now() END
     FROM unnest($1::text[]) WITH ORDINALITY AS told (words, nth)`,
    [words],
  );

describe('npm run status, of alerts', () => {
  it('shows those that are not over, and does not fail: the load is well', async () => {
    await raise(
      'Sessions: over',
      'Sessions, device mobile: 240 in 6 hours, 400 were expected (40 % fewer)',
      'Orders: few',
    );
    const { lines, code } = await stage.status();
    expect(code).toBe(0);
    const header = lines.indexOf('2 alerts are open:');
    expect(lines.slice(header, header + 3)).toEqual([
      '2 alerts are open:',
      '  2026-11-02 10:00  Sessions, device mobile: 240 in 6 hours, 400 were expected (40 % fewer)',
      '  2026-11-02 10:00  Orders: few',
    ]);
    expect(lines.join()).not.toContain('over,');
  });

  it('has them in its JSON', async () => {
    await raise('Sessions: over', 'Orders: few');
    const { lines } = await stage.status(['--json']);
    expect(JSON.parse(lines.join(''))).toMatchObject({
      alerts: [{ words: 'Orders: few', until: '2026-11-02T10:00Z' }],
    });
  });
});
