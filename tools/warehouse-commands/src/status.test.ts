import { UsageError } from '@clickstream/command-line';
import { askedHours, type StatusOptions } from './status/asked-hours';
import { ledgerReport } from './status/ledger-report';
import { differenceLines } from './status/show-ledger';
import { LOADED, loadedHoursForEachTest } from './testing/loaded-hours';

const stage = loadedHoursForEachTest();

describe('npm run status', () => {
  it('shows where the events of each hour are, and that the ledger closes', async () => {
    const { lines, errors, code } = await stage.status();
    expect({ errors, code }).toEqual({ errors: '', code: 0 });
    expect(lines.slice(1)).toEqual([
      'Events by the hour in which they were received (UTC), and where they are now:',
      '  hour              received  rejected  stored  loaded  duplicates  quarantined',
      '  2026-11-02 09:00         5         0       5       3           1            1',
      '  2026-11-02 10:00         1         1       0       0           0            0',
      '  total 2 h                6         1       5       3           1            1',
      expect.stringMatching(/^Loaded is what was received until .*, \d+ minutes? ago; no object waits\.$/),
      'In quarantine: 1 not_json. npm run replay reads them again.',
      'Books: the shop has closed no day yet. npx nx close-books shop-lambda writes them.',
      'The ledger closes for all 2 hours, and its rows are in the warehouse.',
    ]);
  });

  it('fails and names the hour when one row was deleted by hand', async () => {
    await stage.warehouse.query('admin', 'DELETE FROM clickstream_events WHERE source_line = 2');
    const { lines, errors, code } = await stage.status();
    expect(code).toBe(1);
    expect(errors).toContain(
      '2026-11-02 09:00: 2 rows in clickstream_events, the ledger says 3: 1 missing.\n',
    );
    expect(lines.at(-1)).toMatch(/^The ledger does not close: \d differences\. /);
  });

  it.each([
    [
      'UPDATE ledger_hourly SET received = received + 2',
      '5 events read from the bucket, the ledger says 7: 2 missing',
    ],
    ['DELETE FROM etl_quarantine', '0 open lines in etl_quarantine, the ledger says 1: 1 missing'],
    [
      'UPDATE etl_objects SET loaded = 2, erased = 1 WHERE object_id = 1',
      '2 lines in etl_objects: loaded, the ledger says 3: 1 missing',
    ],
    [
      'DELETE FROM ledger_hourly WHERE rejected = 0',
      '3 rows in clickstream_events, the ledger says 0: 3 too many',
    ],
    [
      `INSERT INTO clickstream_events (event_id, event_timestamp, event_name) VALUES (gen_random_uuid(), now(), 'x')`,
      'No hour: 1 rows in clickstream_events, the ledger says 0: 1 too many',
    ],
    [
      'DELETE FROM etl_objects WHERE rejected = 1',
      '2026-11-02 10:00: 0 lines in etl_objects: rejected, the ledger says 1: 1 missing',
    ],
    [
      `UPDATE clickstream_events SET source_object_id = 2 WHERE source_line = 1;
       UPDATE etl_objects SET hour = '2026-11-02T09:00Z' WHERE object_id = 2`,
      '2026-11-02 09:00: 0 whole objects, with all rows and lines, the ledger says 2: 2 missing',
    ],
    [
      'UPDATE activity_hourly SET events = 2',
      'All hours: 2 events in the facts: activity_hourly, clickstream_events says 3: 1 missing',
    ],
    [
      `UPDATE clickstream_events SET session_id = 's'`,
      'All hours: 0 events in the facts: sessions, clickstream_events says 3: 3 missing',
    ],
    [
      `UPDATE clickstream_events SET event_name = 'order_refund'`,
      'All hours: 0 events in the facts: orders, clickstream_events says 3: 3 missing',
    ],
  ])('finds what was spoilt by: %s', async (sql, message) => {
    await stage.warehouse.query('admin', sql);
    const { differences } = await ledgerReport(stage.warehouse.shinyUrl, {});
    expect(differenceLines(differences).join()).toContain(message);
  });

  it('shows the hours asked for', async () => {
    const hours = async (options: StatusOptions) =>
      (await ledgerReport(stage.warehouse.shinyUrl, askedHours(options))).hours.map(({ hour }) => hour);
    expect(await hours({})).toEqual(['2026-11-02T09:00Z', '2026-11-02T10:00Z']);
    expect(await hours({ hours: '1' })).toEqual(['2026-11-02T10:00Z']);
    expect(await hours({ to: '2026-11-02T09' })).toEqual(['2026-11-02T09:00Z']);
    expect(await hours({ from: '2026-11-02', to: '2026-11-02' })).toHaveLength(2);
    expect(await hours({ from: '2026-11-03' })).toEqual([]);
    expect(() => askedHours({ hours: '0' })).toThrow(new UsageError('--hours "0" is not a number of hours.'));
    expect(() => askedHours({ from: '2026-11-03', to: '2026-11-02' })).toThrow(
      new UsageError('"2026-11-02" is before "2026-11-03".'),
    );
  });

  it('gives the same as JSON', async () => {
    const { lines } = await stage.status(['--json']);
    expect(JSON.parse(lines.join(''))).toMatchObject({
      state: 'does not run',
      hours: [
        { hour: '2026-11-02T09:00Z', loaded: 3 },
        { hour: '2026-11-02T10:00Z', rejected: 1 },
      ],
      total: { received: 6 },
      differences: [],
      failedRuns: { runs: 0, startedAt: null, error: null },
      books: null,
      waiting: { objects: 0, oldest: null, gone: 0, astray: 0 },
    });
  });

  it('distinguishes an empty warehouse from one whose ledger closes', async () => {
    await stage.warehouse.empty(
      'clickstream_events',
      'etl_objects',
      'etl_quarantine',
      'ledger_hourly',
      'etl_runs',
      'activity_hourly',
    );
    const { lines, code } = await stage.status();
    expect(lines.slice(2)).toEqual([
      '  nothing was received',
      `No run has loaded everything yet; 2 objects wait, the oldest is ${LOADED}.`,
      'Nothing is in quarantine.',
      'Books: the shop has closed no day yet. npx nx close-books shop-lambda writes them.',
      'The ledger is empty: nothing is loaded.',
    ]);
    expect(code).toBe(0);
  });

  it('reports that the local cloud does not run, if no other warehouse is named', async () => {
    const { lines, code } = await stage.status([], { DW_SHINY_URL: '' });
    expect(lines).toEqual([expect.stringMatching(/^The local cloud of .* does not run\.$/)]);
    expect(code).toBe(1);
  });

  it('reports in one line what is wrong with the command, or with the warehouse', async () => {
    expect(await stage.status(['--from', 'monday'])).toMatchObject({
      code: 2,
      errors:
        '"monday" is not a UTC day or hour (YYYY-MM-DD or YYYY-MM-DDTHH). See npm run status -- --help.\n',
    });
    expect(await stage.status([], { DW_SHINY_URL: 'postgres://a:b@127.0.0.1:1/x' })).toMatchObject({
      code: 1,
      errors: 'The warehouse cannot be reached: connect ECONNREFUSED 127.0.0.1:1\n',
    });
  });
});
