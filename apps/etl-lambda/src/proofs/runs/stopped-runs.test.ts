import { aLoadForEachTest, events, HOUR, TIME } from '@clickstream/warehouse-load/testing';

const load = aLoadForEachTest();

describe('a run whose time is up', () => {
  it('stops before the next object, reports that there is more, and the next run continues', async () => {
    for (let i = 0; i < 9; i++) await load.bucket.putEvents(`${HOUR}${i}.json.gz`, events(4));
    let asked = 0;
    expect(await load.run({ chunkRows: 8, isTimeUp: () => ++asked > 5 })).toMatchObject({
      objects: 5,
      loaded: 20,
      more: true,
    });
    expect(await load.run()).toMatchObject({ objects: 4, loaded: 16, more: false });
    expect(await load.count('clickstream_events')).toBe(36);
  });

  it('stops within a large object, and the next run continues in the middle of it', async () => {
    const lines = events(6_000).map((event, index) => (index === 4_000 ? '{"broken' : JSON.stringify(event)));
    await load.bucket.put(`${HOUR}large.json`, lines.join('\n'));
    let asked = 0;
    const first = await load.run({ chunkRows: 500, isTimeUp: () => ++asked > 20 });
    expect(first).toMatchObject({ objects: 0, more: true });
    expect(first.loaded).toBeGreaterThan(500);
    expect(first.loaded).toBeLessThan(5_000);
    expect(await load.manifest('lines, resume_line')).toEqual([
      { lines: first.loaded, resume_line: first.loaded },
    ]);
    expect(await load.run({ chunkRows: 500 })).toMatchObject({
      objects: 1,
      loaded: 5_999 - first.loaded,
      quarantined: 1,
      more: false,
    });
    expect(await load.manifest('lines, loaded, quarantined, resume_line')).toEqual([
      { lines: 6_000, loaded: 5_999, quarantined: 1, resume_line: null },
    ]);
    expect(await load.quarantine()).toMatchObject([{ line: 4_001 }]);
  });
});

describe('the record of runs', () => {
  it('holds what each has loaded, and the end of the data', async () => {
    await load.bucket.putEvents(`${HOUR}a.json.gz`, events(2));
    await load.run();
    await load.run();
    expect(
      await load.warehouse.query('shiny', 'SELECT objects, loaded, data_until FROM etl_runs ORDER BY run_id'),
    ).toEqual([
      { objects: 1, loaded: 2, data_until: new Date(TIME) },
      { objects: 0, loaded: 0, data_until: new Date(TIME) },
    ]);
    const [freshness] = await load.warehouse.query('shiny', 'SELECT * FROM dash.freshness');
    expect(freshness).toMatchObject({ data_until: new Date(TIME), events: '2', quarantined: '0' });
    expect(freshness?.['last_load_at']).toBeInstanceOf(Date);
  });
});
