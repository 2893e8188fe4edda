import { gzipSync } from 'node:zlib';
import * as normalize from '@clickstream/event-schema/normalize';
import * as readEvent from '@clickstream/event-schema/read-event';
import { CopyRows } from '../copy/copy-rows';
import { FactDeltas } from '../facts/fact-deltas';
import { IdentityDeltas } from '../facts/identity/identity-deltas';
import { OrderDeltas } from '../facts/orders/order-deltas';
import { SessionBuilder } from '../facts/sessions/session-builder';
import * as lostInBrowser from '../ledger/lost-in-browser';
import * as partitionMonth from '../chunk/partition-month';
import * as inflate from '../lines/inflate';
import * as rawLines from '../lines/raw-lines';
import * as channel from '../row/channel/channel';
import * as eventProperties from '../row/fields/event-properties';
import * as warehouseRow from '../row/to-warehouse-row';
import { aLoadForEachTest, events, HOUR } from '../testing/a-load';
import { ledgerDifferences } from '../testing/ledger-of';
import { POISON_ID, POISON_MESSAGE, poisoned, poisonMethod } from '../testing/poison';

/** A module whose functions are mocks that do the real work. */
function mockOf(path: string): object {
  const real = Object.entries(jest.requireActual<Record<string, unknown>>(path));
  const isFunction = (name: string, value: unknown) => typeof value === 'function' && /^[a-z]/.test(name);
  return Object.fromEntries(
    real.map(([name, value]) => [name, isFunction(name, value) ? jest.fn(value as () => unknown) : value]),
  );
}
jest.mock('@clickstream/event-schema/normalize', () => mockOf('@clickstream/event-schema/normalize'));
jest.mock('@clickstream/event-schema/read-event', () => mockOf('@clickstream/event-schema/read-event'));
jest.mock('../ledger/lost-in-browser', () => mockOf('../ledger/lost-in-browser'));
jest.mock('../chunk/partition-month', () => mockOf('../chunk/partition-month'));
jest.mock('../lines/inflate', () => mockOf('../lines/inflate'));
jest.mock('../lines/raw-lines', () => mockOf('../lines/raw-lines'));
jest.mock('../row/channel/channel', () => mockOf('../row/channel/channel'));
jest.mock('../row/fields/event-properties', () => mockOf('../row/fields/event-properties'));
jest.mock('../row/to-warehouse-row', () => mockOf('../row/to-warehouse-row'));

const load = aLoadForEachTest();

let restore: (() => void)[] = [];
afterEach(() => {
  for (const each of restore) each();
  restore = [];
  jest.restoreAllMocks();
});

/** What a run has done; after it the ledger closes. */
async function runLoad() {
  const result = await load.run();
  expect(await ledgerDifferences(load.warehouse)).toEqual([]);
  return result;
}

/** Makes a function of a mocked module throw for the poisoned event, or another text. */
function poison(module: object, name: string, marker?: string): void {
  const mock = (module as Record<string, jest.Mock>)[name];
  const real = mock?.getMockImplementation();
  if (!mock || !real) throw new Error(`There is no mock "${name}".`);
  mock.mockImplementation(poisoned(real as (...given: unknown[]) => unknown, { marker }));
  restore.push(() => mock.mockImplementation(real));
}

const order = { orderId: 'o-1', revenue: 5, items: [{ id: 'P', quantity: 2, price: 2 }] };
const purchase = { eventName: 'checkout_complete', userId: 'user-1', order } as const;
const poisonedEvent = () =>
  events(1, { ...purchase, eventId: POISON_ID, pageUrl: `/${POISON_ID}` } as object);

const READERS: readonly (readonly [string, () => void])[] = [
  ['the reader of rows', () => poison(warehouseRow, 'toWarehouseRow')],
  ['the reader of events of any sender', () => poison(readEvent, 'readEvent')],
  ['the reader of ids', () => poison(normalize, 'eventIdOf')],
  ['the reader of channels', () => poison(channel, 'channelOf', 'poisoned.example')],
  ['the reader of properties', () => poison(eventProperties, 'propertiesOf')],
  ['the month of a partition', () => poison(partitionMonth, 'partitionMonthOf')],
  ['the count of losses', () => poison(lostInBrowser, 'lostInBrowser')],
  ['the encoder of rows', () => poisonMethod(CopyRows.prototype, 'writeRow')],
  [
    'the encoder of rows, at the end of the row',
    () => poisonMethod(CopyRows.prototype, 'writeRow', { after: true }),
  ],
  ['the facts', () => poisonMethod(FactDeltas.prototype, 'add')],
  ['the facts, half-way', () => poisonMethod(IdentityDeltas.prototype, 'add')],
  ['the facts of orders', () => poisonMethod(OrderDeltas.prototype, 'add', { after: true })],
  ['the facts of carts', () => poisonMethod(FactDeltas.prototype, 'addCartEvent')],
  ['the facts of visits, at the end', () => poisonMethod(FactDeltas.prototype, 'add', { after: true })],
  ['the visit', () => poisonMethod(SessionBuilder.prototype, 'add')],
];

describe('an event that makes a reader throw', () => {
  it.each(READERS)('is set aside alone, and leaves nothing behind: %s', async (_reader, poisonReader) => {
    const [first, second, third] = events(3, purchase as object);
    const [bad] = poisonedEvent();
    const referred = { ...bad, referrer: 'https://poisoned.example/' };
    await load.bucket.putEvents(`${HOUR}a.json.gz`, [first, referred, second]);
    await load.bucket.putEvents(`${HOUR}b.json.gz`, [third, { eventName: '!' }]);
    poisonReader();

    expect(await runLoad()).toMatchObject({ objects: 2, loaded: 3, quarantined: 2, more: false });

    const [line] = await load.quarantine();
    expect(line).toMatchObject({ line: 2, reason: 'unreadable_event', detail: POISON_MESSAGE });
    expect(line?.['raw']).toBe(JSON.stringify(referred));
    expect(await load.count(`clickstream_events WHERE event_id = '${POISON_ID}'`)).toBe(0);
    expect(await load.count('sessions WHERE events = 3')).toBe(1);
    expect(await load.count('orders WHERE completions = 3')).toBe(1);
    expect(await load.count('identity_links WHERE events = 3')).toBe(1);
    expect(await load.count('dash.products_hourly WHERE units_ordered = 2')).toBe(1);
    expect(await runLoad()).toMatchObject({ objects: 0 });
  });
});

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
    function* (bytes: Buffer) {
      const real = jest.requireActual<typeof rawLines>('../lines/raw-lines');
      for (const line of real.linesOf(bytes)) {
        if (bytes.includes(POISON_ID) && line.line > after) throw new Error(POISON_MESSAGE);
        yield line;
      }
    };

  it('keeps the lines before that at which it throws; the rest is one line in quarantine', async () => {
    await put(Buffer.concat([lines(4), Buffer.from(POISON_ID)]));
    const real = jest.mocked(rawLines.linesOf).getMockImplementation();
    jest.mocked(rawLines.linesOf).mockImplementation(throwing(3));
    restore.push(() => jest.mocked(rawLines.linesOf).mockImplementation(real));
    expect(await runLoad()).toMatchObject({ objects: 3, loaded: 8, quarantined: 1 });
    expect(await load.quarantine()).toMatchObject([
      { line: 4, reason: 'unreadable_object', detail: POISON_MESSAGE },
    ]);
  });

  it('keeps them also when it is large, or comes in pieces', async () => {
    const broken = gzipSync(lines(400));
    await put(broken.subarray(0, broken.length - 9));
    const real = jest.mocked(rawLines.linesInPieces).getMockImplementation();
    jest.mocked(rawLines.linesInPieces).mockImplementation(async function* (chunks) {
      const { linesInPieces } = jest.requireActual<typeof rawLines>('../lines/raw-lines');
      for await (const batch of linesInPieces(chunks)) {
        yield batch.slice(0, 10);
        throw new Error(POISON_MESSAGE);
      }
    });
    restore.push(() => jest.mocked(rawLines.linesInPieces).mockImplementation(real));
    expect(await runLoad()).toMatchObject({ objects: 3, loaded: 15, quarantined: 1 });
    expect(await load.quarantine()).toMatchObject([{ line: 11, reason: 'unreadable_object' }]);
  });
});

describe('a fault of the warehouse', () => {
  it('is not the fault of a line: the run fails', async () => {
    await load.warehouse.query('admin', 'DROP TABLE activity_hourly CASCADE');
    await load.bucket.putEvents(`${HOUR}a.json.gz`, events(2));
    await expect(load.run()).rejects.toThrow('activity_hourly');
    expect(await load.count(`etl_runs WHERE error LIKE '%activity_hourly%' AND finished_at IS NULL`)).toBe(1);
    expect(await load.count('etl_quarantine')).toBe(0);
  });
});
