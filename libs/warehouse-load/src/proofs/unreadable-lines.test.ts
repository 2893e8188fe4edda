import * as normalize from '@clickstream/event-schema/normalize';
import * as readEvent from '@clickstream/event-schema/read-event';
import { CopyRows } from '../copy/copy-rows';
import { FactDeltas } from '../facts/fact-deltas';
import { IdentityDeltas } from '../facts/identity/identity-deltas';
import { OrderDeltas } from '../facts/orders/order-deltas';
import { SessionBuilder } from '../facts/sessions/session-builder';
import * as lostInBrowser from '../ledger/lost-in-browser';
import * as partitionMonth from '../chunk/partition-month';
import * as channel from '../row/channel/channel';
import * as eventProperties from '../row/fields/event-properties';
import * as warehouseRow from '../row/to-warehouse-row';
import { aLoadForEachTest, events, HOUR } from '../testing/a-load';
import { ledgerDifferences } from '../testing/ledger-of';
import { mocksForEachTest } from '../testing/mocked-modules';
import type * as MockedModules from '../testing/mocked-modules';
import { POISON_ID, POISON_MESSAGE, poisonMethod } from '../testing/poison';

function mockOf(path: string): object {
  return jest
    .requireActual<typeof MockedModules>('../testing/mocked-modules')
    .withMocks(jest.requireActual(path));
}

jest.mock('@clickstream/event-schema/normalize', () => mockOf('@clickstream/event-schema/normalize'));
jest.mock('@clickstream/event-schema/read-event', () => mockOf('@clickstream/event-schema/read-event'));
jest.mock('../ledger/lost-in-browser', () => mockOf('../ledger/lost-in-browser'));
jest.mock('../chunk/partition-month', () => mockOf('../chunk/partition-month'));
jest.mock('../row/channel/channel', () => mockOf('../row/channel/channel'));
jest.mock('../row/fields/event-properties', () => mockOf('../row/fields/event-properties'));
jest.mock('../row/to-warehouse-row', () => mockOf('../row/to-warehouse-row'));

const load = aLoadForEachTest();
const { poison } = mocksForEachTest();

/** The work of a run, after which the ledger closes. */
async function runLoad() {
  const result = await load.run();
  expect(await ledgerDifferences(load.warehouse)).toEqual([]);
  return result;
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
  ['the facts of sessions, at the end', () => poisonMethod(FactDeltas.prototype, 'add', { after: true })],
  ['the session', () => poisonMethod(SessionBuilder.prototype, 'add')],
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
