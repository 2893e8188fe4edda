import { ObjectGoneError, ObjectUnreadableError, type RawSource } from '@clickstream/warehouse-load/reading';
import { aLoadForEachTest, events, gzippedLines, HOUR } from '@clickstream/warehouse-load/testing';

const load = aLoadForEachTest();

describe('a line that cannot be loaded', () => {
  it('is set aside with object, line, reason and text, while its neighbours load', async () => {
    const [good, other] = events(2);
    const [badName] = events(1, { eventName: 'Bad Name' });
    const [future] = events(1, { eventTimestamp: '2027-01-01T00:00:00.000Z' });
    await load.bucket.putEvents(`${HOUR}a.json.gz`, [good, '{"broken', badName, future, '[1]', other]);
    expect(await load.run()).toMatchObject({ loaded: 2, quarantined: 4 });
    expect(
      (await load.quarantine()).map(({ object_key, line, reason }) => [object_key, line, reason]),
    ).toEqual([
      [`${HOUR}a.json.gz`, 2, 'not_json'],
      [`${HOUR}a.json.gz`, 3, 'bad_event_name'],
      [`${HOUR}a.json.gz`, 4, 'impossible_time'],
      [`${HOUR}a.json.gz`, 5, 'not_an_event'],
    ]);
    expect((await load.quarantine()).map(({ raw }) => raw)).toEqual([
      '{"broken',
      JSON.stringify(badName),
      JSON.stringify(future),
      '[1]',
    ]);
    expect(await load.manifest('lines, loaded, quarantined')).toEqual([
      { lines: 6, loaded: 2, quarantined: 4 },
    ]);
  });

  it('of a truncated gzip is the one where it breaks; the lines before it load', async () => {
    const whole = gzippedLines(events(200));
    await load.bucket.put(`${HOUR}a.json.gz`, whole.subarray(0, whole.length / 2));
    await load.bucket.putEvents(`${HOUR}b.json.gz`, events(1));
    const { loaded, quarantined } = await load.run();
    expect(loaded).toBeGreaterThan(50);
    expect(loaded).toBeLessThan(201);
    expect(quarantined).toBe(1);
    expect(await load.quarantine()).toMatchObject([
      { object_key: `${HOUR}a.json.gz`, line: loaded, reason: 'truncated_gzip' },
    ]);
    expect(await load.run()).toMatchObject({ objects: 0 });
  });

  it('is one that the warehouse refuses, for whatever reason; its text is the row then', async () => {
    await load.warehouse.query('admin', `ALTER TABLE clickstream_events ADD CHECK (page_title <> 'refused')`);
    const [good, other, known] = events(3);
    await load.bucket.putEvents(`${HOUR}0.json.gz`, [known]);
    await load.run();
    const [first] = events(1, { pageTitle: 'refused' });
    const [second] = events(1, { pageTitle: 'refused' });
    await load.bucket.putEvents(`${HOUR}a.json.gz`, [good, first, known, second]);
    await load.bucket.putEvents(`${HOUR}b.json.gz`, [other]);
    expect(await load.run()).toMatchObject({ loaded: 2, duplicates: 1, quarantined: 2 });
    expect(await load.quarantine()).toMatchObject([
      {
        object_key: `${HOUR}a.json.gz`,
        line: 2,
        reason: 'refused_by_warehouse',
        raw: expect.stringContaining('\tpage_title=refused\t') as string,
      },
      { object_key: `${HOUR}a.json.gz`, line: 4, reason: 'refused_by_warehouse' },
    ]);
    expect((await load.manifest('lines, loaded, duplicates, quarantined')).slice(1)).toEqual([
      { lines: 4, loaded: 1, duplicates: 1, quarantined: 2 },
      { lines: 1, loaded: 1, duplicates: 0, quarantined: 0 },
    ]);
    expect(await load.count('sessions WHERE events = 3')).toBe(1);
  });

  it('may hold any bytes', async () => {
    await load.bucket.put(`${HOUR}a.json`, Buffer.from([0, 1, 2, 0xff, 0xfe, 0x0a, 0x7b]));
    expect(await load.run()).toMatchObject({ loaded: 0, quarantined: 2 });
  });
});

describe('an object that cannot be read', () => {
  /** The bucket, with one key that fails in the given way. */
  const failing = (key: string, error: Error): RawSource => ({
    ...load.bucket.source,
    fetch: (asked) => (asked.key === key ? Promise.reject(error) : load.bucket.source.fetch(asked)),
  });

  beforeEach(async () => {
    for (const name of ['a', 'b', 'c']) await load.bucket.putEvents(`${HOUR}${name}.json.gz`, events(1));
  });

  it('is left for the next run, and reported', async () => {
    const onSkipped = jest.fn();
    const source = failing(`${HOUR}b.json.gz`, new ObjectUnreadableError('slow down'));
    expect(await load.run({ onSkipped }, source)).toMatchObject({ objects: 2, failed: 1, more: false });
    expect(onSkipped).toHaveBeenCalledWith(`${HOUR}b.json.gz`, 'slow down');
    expect(await load.run()).toMatchObject({ objects: 1, loaded: 1, failed: 0 });
  });

  it('is not skipped by the sweep of a large bucket', async () => {
    const source = failing(`${HOUR}a.json.gz`, new ObjectUnreadableError('slow down'));
    await load.run({ sweepPages: 1 }, source);
    expect(await load.run({ sweepPages: 1 })).toMatchObject({ loaded: 1 });
  });

  it('may have disappeared since it was listed', async () => {
    const source = failing(`${HOUR}b.json.gz`, new ObjectGoneError('gone'));
    expect(await load.run({}, source)).toMatchObject({ objects: 2, gone: 1, failed: 0 });
  });

  it('may be one of many that are gone: the bucket itself is not at fault', async () => {
    for (let i = 0; i < 60; i++) await load.bucket.putEvents(`${HOUR}more-${i}.json.gz`, events(1));
    const source: RawSource = {
      ...load.bucket.source,
      fetch: (asked) =>
        asked.key.includes('more-')
          ? Promise.reject(new ObjectGoneError('gone'))
          : load.bucket.source.fetch(asked),
    };
    expect(await load.run({}, source)).toMatchObject({ objects: 3, gone: 60, failed: 0, more: false });
  });

  it('stops the run when it is every object', async () => {
    for (let i = 0; i < 60; i++) await load.bucket.putEvents(`${HOUR}more-${i}.json.gz`, events(1));
    const source: RawSource = {
      ...load.bucket.source,
      fetch: () => Promise.reject(new ObjectUnreadableError('access denied')),
    };
    await expect(load.run({}, source)).rejects.toThrow('The bucket cannot be read: access denied');
  });
});
