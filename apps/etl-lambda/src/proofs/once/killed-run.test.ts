import { outcomeOf, runOnce } from '@clickstream/warehouse-load/testing';
import pg from 'pg';
import { allNumbers, aRaceForEachTest, until } from '../../testing/a-race';

jest.setTimeout(120_000);

const race = aRaceForEachTest();
const { putObjects, startEtl, connections, numbers } = race;

describe('a run that is killed in the middle of COPY', () => {
  it('leaves nothing behind, and the next run loads everything once', async () => {
    const ids = await putObjects(10, 100);
    // An uncommitted insert of one of the ids blocks the COPY at exactly that row.
    const other = new pg.Client({ connectionString: race.warehouse.etlUrl });
    await other.connect();
    await other.query(`SELECT ensure_event_partitions('2026-11-01', '2026-11-01')`);
    await other.query('BEGIN');
    await other.query(
      `INSERT INTO clickstream_events (event_id, event_timestamp, event_name) VALUES ($1, now(), 'x')`,
      [ids[500]],
    );
    const child = startEtl();
    const ended = outcomeOf(child);
    await until(
      async () =>
        (await connections(`query LIKE 'COPY clickstream_events%' AND wait_event_type = 'Lock'`)) === 1,
    );
    child.kill('SIGKILL');
    await ended;
    await other.query('ROLLBACK');
    await other.end();
    await until(async () => (await connections()) === 0);

    expect(await numbers()).toEqual(allNumbers(0));
    expect(await runOnce(race.warehouse.etlUrl, race.bucket.source)).toMatchObject({
      objects: 10,
      loaded: 1_000,
      duplicates: 0,
    });
    expect(await numbers()).toEqual(allNumbers(1_000));
    expect(await runOnce(race.warehouse.etlUrl, race.bucket.source)).toMatchObject({ objects: 0 });
  });
});
