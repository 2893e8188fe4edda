import pg from 'pg';

/** Alerts as loads would have raised them: one is open, one was over in June, one in May. */
export const PLANTED_ALERTS = [
  {
    words: 'Sessions, device mobile: 1,240 in 6 hours, 2,066 were expected (40 % fewer)',
    until: '2026-06-14T09:00Z',
    observed: 1240,
    expected: 2066,
    overAt: null,
  },
  {
    words: 'Order, device tablet: 25 % of 400 sessions with a checkout in 24 hours, 75 % was expected',
    until: '2026-06-03T15:00Z',
    observed: 100,
    expected: 300,
    overAt: '2026-06-04T11:00Z',
  },
  {
    words: 'Rejected events: 9.0 % of 1,000 received events in 1 hour, 0.2 % was expected',
    until: '2026-05-03T15:00Z',
    observed: 90,
    expected: 2,
    overAt: '2026-05-03T17:00Z',
  },
] as const;

/** Stores them. */
export async function plantAlerts(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  for (const { words, until, observed, expected, overAt } of PLANTED_ALERTS) {
    await client.query(
      `INSERT INTO alerts (metric, subject, segment_by, segment, hours, until, observed, expected, exposure, score, words,
         run_id, over_at)
       VALUES ('sessions', '', '', '', 6, $1, $2, $3, 1, 8, $4, 1, $5)`,
      [until, observed, expected, words, overAt],
    );
  }
  await client.end();
}
