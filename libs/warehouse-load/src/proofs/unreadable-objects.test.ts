import { gzipSync } from 'node:zlib';
import * as inflate from '../lines/inflate';
import * as rawLines from '../lines/raw-lines';
import { aLoadForEachTest, events, HOUR } from '../testing/a-load';
import { ledgerDifferences } from '../testing/ledger-of';
import { mocksForEachTest } from '../testing/mocked-modules';
import type * as MockedModules from '../testing/mocked-modules';
import { POISON_ID, POISON_MESSAGE } from '../testing/poison';

function mockOf(path: string): object {
  return jest
    .requireActual<typeof MockedModules>('../testing/mocked-modules')
    .withMocks(jest.requireActual(path));
}

jest.mock('../lines/inflate', () => mockOf('../lines/inflate'));
jest.mock('../lines/raw-lines', () => mockOf('../lines/raw-lines'));

const load = aLoadForEachTest();
const { poison, change } = mocksForEachTest();

/** The work of a run, after which the ledger closes. */
async function runLoad() {
  const result = await load.run();
  expect(await ledgerDifferences(load.warehouse)).toEqual([]);
  return result;
}

describe('an object that makes a reader throw', () => {
  const put = async (bytes: Buffer) => {
    await load.bucket.putEvents(`${HOUR}0.json.gz`, events(2));
    await load.bucket.put(`${HOUR}a.json.gz`, bytes);
    await load.bucket.putEvents(`${HOUR}b.json.gz`, events(3));
  };
  const lines = (count: number) =>
    Buffer.from(
      events(count)
        .map((event) => `${JSON.stringify(event)}\n`)
        .join(''),
    );

  it('is set aside whole when it cannot be inflated', async () => {
    await put(Buffer.concat([lines(2), Buffer.from(POISON_ID)]));
    poison(inflate, 'inflateWhole');
    expect(await runLoad()).toMatchObject({ objects: 3, loaded: 5, quarantined: 1, failed: 0 });
    expect(await load.quarantine()).toMatchObject([
      { object_key: `${HOUR}a.json.gz`, line: 1, reason: 'unreadable_object', detail: POISON_MESSAGE },
    ]);
    expect(await runLoad()).toMatchObject({ objects: 0 });
  });

  const throwing = (after: number) =>
    function* (given: unknown) {
      const bytes = given as Buffer;
      const real = jest.requireActual<typeof rawLines>('../lines/raw-lines');
      for (const line of real.linesOf(bytes)) {
        if (bytes.includes(POISON_ID) && line.line > after) throw new Error(POISON_MESSAGE);
        yield line;
      }
    };

  it('keeps the lines before that at which it throws; the rest is one line in quarantine', async () => {
    await put(Buffer.concat([lines(4), Buffer.from(POISON_ID)]));
    change(rawLines, 'linesOf', () => throwing(3));
    expect(await runLoad()).toMatchObject({ objects: 3, loaded: 8, quarantined: 1 });
    expect(await load.quarantine()).toMatchObject([
      { line: 4, reason: 'unreadable_object', detail: POISON_MESSAGE },
    ]);
  });

  it('keeps them also when it is large, or comes in pieces', async () => {
    const broken = gzipSync(lines(400));
    await put(broken.subarray(0, broken.length - 9));
    const { linesInPieces } = jest.requireActual<typeof rawLines>('../lines/raw-lines');
    change(
      rawLines,
      'linesInPieces',
      () =>
        async function* (chunks) {
          for await (const batch of linesInPieces(chunks as Buffer)) {
            yield batch.slice(0, 10);
            throw new Error(POISON_MESSAGE);
          }
        },
    );
    expect(await runLoad()).toMatchObject({ objects: 3, loaded: 15, quarantined: 1 });
    expect(await load.quarantine()).toMatchObject([{ line: 11, reason: 'unreadable_object' }]);
  });
});

describe('a fault of the warehouse', () => {
  it('does not count as the fault of a line: the run fails', async () => {
    await load.warehouse.query('admin', 'DROP TABLE activity_hourly CASCADE');
    await load.bucket.putEvents(`${HOUR}a.json.gz`, events(2));
    await expect(load.run()).rejects.toThrow('activity_hourly');
    expect(await load.count(`etl_runs WHERE error LIKE '%activity_hourly%' AND finished_at IS NULL`)).toBe(1);
    expect(await load.count('etl_quarantine')).toBe(0);
  });
});
