import pg from 'pg';
import { failedRunsLine } from './failed-runs';
import { ledgerReport } from './ledger-report';
import { LOADED, loadedHoursForEachTest } from '../testing/loaded-hours';

const stage = loadedHoursForEachTest();

describe('npm run status, of loads that failed', () => {
  it('fails when the last load did, and shows the error and what to do', async () => {
    await stage.warehouse.query(
      'admin',
      `INSERT INTO etl_runs (error) VALUES ('The bucket cannot be read: denied')`,
    );
    const { errors, code, lines } = await stage.status();
    expect(code).toBe(1);
    expect(errors).toMatch(
      /^The last load failed, the latest of 20.*: The bucket cannot be read: denied\. Mend .* npm run etl\.\n$/,
    );
    expect(lines.at(-1)).toContain('The ledger closes');
    expect((await stage.status(['--json'])).code).toBe(1);
  });

  it('counts the loads that have failed or were killed since the last complete one', async () => {
    const failures = async () =>
      failedRunsLine((await ledgerReport(stage.warehouse.shinyUrl, {})).failedRuns);
    expect(await failures()).toBeNull();
    await stage.warehouse.query('admin', `INSERT INTO etl_runs (error) VALUES ('no'), (NULL), ('again')`);
    expect(await failures()).toMatch(/^The last 3 loads failed, the latest of 20.*: again\. /);
    await stage.warehouse.query('admin', 'INSERT INTO etl_runs DEFAULT VALUES');
    expect(await failures()).toMatch(/^The last 4 loads failed, .*: it was killed, or lost the warehouse\. /);
    await stage.warehouse.query('admin', 'INSERT INTO etl_runs (finished_at) VALUES (now())');
    expect(await failures()).toBeNull();
  });

  it('does not mistake a running load for a killed one', async () => {
    const atWork = new pg.Client({ connectionString: stage.warehouse.etlUrl });
    await atWork.connect();
    await atWork.query('SELECT pg_advisory_lock(7215003)');
    await stage.warehouse.query('admin', 'INSERT INTO etl_runs DEFAULT VALUES');
    const { failedRuns } = await ledgerReport(stage.warehouse.shinyUrl, {});
    await atWork.end();
    expect(failedRuns.runs).toBe(0);
    expect((await ledgerReport(stage.warehouse.shinyUrl, {})).failedRuns.runs).toBe(1);
  });
});

describe('npm run status, of objects', () => {
  it('counts the objects that wait, in the hours shown or in the whole bucket', async () => {
    await stage.put('events/2026/11/02/11/b.json.gz');
    await stage.put('rejected/2026/11/01/00/r.json.gz');
    const waiting = async (...args: string[]) =>
      (await stage.status(args)).lines.find((line) => line.includes('wait'));
    expect(await waiting()).toContain('1 object waits, events/2026/11/02/11/b.json.gz');
    expect(await waiting('--all')).toContain(
      '2 objects wait, the oldest is rejected/2026/11/01/00/r.json.gz',
    );
  });

  it('reports loaded objects that are gone from the bucket, which loses nothing yet', async () => {
    await stage.remove(LOADED);
    const { lines, code } = await stage.status();
    expect(code).toBe(0);
    expect(lines).toContain(
      '1 loaded object is no longer in the bucket: a rebuild from it would lose what the warehouse has of that.',
    );
  });

  it('reports objects that no run reads, because they are outside the folders of days', async () => {
    for (const key of ['events/year=2026/month=11/a.json', 'events/b.json', 'events/_temporary', 'events/c/'])
      await stage.put(key);
    expect((await stage.status(['--all'])).lines).toContain(
      '2 objects are outside the folders of days (events/YYYY/MM/DD/), and never read.',
    );
  });
});
