import { findObjects, type ObjectSearch } from './find-objects';
import { keyRangeOf } from './key-range';
import { memorySource } from '../testing/memory-source';

const NOW = new Date('2026-11-02T10:20:00Z');
const RECENT = ['events/2026/11/02/08/', 'events/2026/11/02/09/', 'events/2026/11/02/10/'];

/** Finds keys in a bucket that holds these objects, in pages of the given size. */
async function found(keys: readonly string[], over: Partial<ObjectSearch> = {}, pageSize = 2) {
  const source = memorySource(pageSize);
  for (const key of keys) source.put(key, Buffer.from('{}'));
  const sweep = { pages: 100, after: '', until: 'not set' };
  const search: ObjectSearch = {
    source,
    pendingObjects: (listed) =>
      Promise.resolve(listed.map((object, index) => ({ ...object, objectId: index, resumeLine: 0 }))),
    range: undefined,
    now: NOW,
    sweep,
    ...over,
  };
  const result: string[] = [];
  for await (const { key } of findObjects(search)) result.push(key);
  return { keys: result, until: search.sweep.until, asked: source.asked };
}

describe('findObjects', () => {
  const old = ['events/2024/01/01/00/a', 'events/2026/11/01/event-1.json', 'events/2026/11/01/23/b'].sort();
  const recent = RECENT.map((prefix) => `${prefix}c`);

  it('finds every object of the bucket once, the recent hours first', async () => {
    const { keys, until } = await found([...old, ...recent]);
    expect(keys).toEqual([...recent, ...old]);
    expect(until).toBe('');
  });

  it('ignores what is not a raw object', async () => {
    expect(
      (await found(['events/2026/11/01/', 'events/2026/11/01/_SUCCESS', 'athena/2026/11/01/00/x'])).keys,
    ).toEqual([]);
  });

  it('sweeps no more pages than allowed, and reports where the next run continues', async () => {
    const keys = ['a', 'b', 'c', 'd', 'e'].map((name) => `events/2026/01/01/00/${name}`);
    const first = await found(keys, { sweep: { pages: 2, after: '', until: '' } });
    expect(first).toMatchObject({ keys: keys.slice(0, 4), until: keys[3] });
    const second = await found(keys, { sweep: { pages: 2, after: first.until, until: first.until } });
    expect(second).toMatchObject({ keys: keys.slice(4), until: '' });
  });

  it('finds what ingest rejected after the events, in the recent hours and in the sweep', async () => {
    const rejected = ['rejected/2024/01/01/00/x', 'rejected/2026/11/02/10/y'];
    const { keys } = await found([...old, ...recent, ...rejected]);
    expect(keys).toEqual([...recent, rejected[1], ...old, rejected[0]]);
  });

  it('sweeps the rejected objects in turn when a run may list one page only', async () => {
    const keys = ['events/2026/01/01/00/a', 'events/2026/01/01/00/b', 'rejected/2026/01/01/00/c'];
    const runs: string[][] = [];
    for (let after = '', turn = 0; turn < 3; turn++) {
      const { keys: swept, until } = await found(keys, { sweep: { pages: 1, after, until: after } });
      runs.push(swept);
      after = until;
    }
    expect(runs).toEqual([keys.slice(0, 2), keys.slice(2), []]);
  });

  it('asks about a page of the manifest only when it holds raw objects', async () => {
    const pendingObjects = jest.fn(() => Promise.resolve([]));
    await found([...old, 'events/2026/11/01/_SUCCESS'], { pendingObjects });
    expect(pendingObjects).toHaveBeenCalledTimes(2);
  });

  describe('in a range', () => {
    const keys = ['01/23/a', '02/00/b', '02/event-c.json', '03/05/d', '03/06/e', '04/00/f'].map(
      (rest) => `events/2026/11/${rest}`,
    );

    it('finds the days from first to last', async () => {
      const range = keyRangeOf({ from: '2026-11-02', to: '2026-11-02' });
      expect((await found(keys, { range })).keys).toEqual(keys.slice(1, 3));
    });

    it('finds the hours from first to last', async () => {
      const range = keyRangeOf({ from: '2026-11-02T00', to: '2026-11-03T05' });
      expect((await found(keys, { range })).keys).toEqual(keys.slice(1, 4));
    });

    it('finds what was rejected in the same hours', async () => {
      const range = keyRangeOf({ from: '2026-11-02', to: '2026-11-02' });
      const rejected = ['01/23/x', '02/05/y', '03/00/z'].map((rest) => `rejected/2026/11/${rest}`);
      expect((await found([...keys, ...rejected], { range })).keys).toEqual([
        ...keys.slice(1, 3),
        rejected[1],
      ]);
    });

    it('lists at most one page beyond it', async () => {
      const many = Array.from({ length: 50 }, (_, index) => `events/2026/11/05/00/${index + 10}`);
      const range = keyRangeOf({ from: '2026-11-02', to: '2026-11-02' });
      const { asked } = await found([...keys, ...many], { range });
      // The last one is that of the rejected objects.
      expect(asked.length).toBeLessThanOrEqual(5);
    });
  });
});
