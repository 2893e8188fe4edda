import { aWarehouse, type TestWarehouse } from '@clickstream/dw-models/testing';
import { newEventId } from '@clickstream/event-schema';
import {
  emptyTables,
  gzippedLines,
  ledgerDifferences,
  memorySource,
  type MemorySource,
  runOnce,
} from '@clickstream/warehouse-load/testing';

const TIME = '2026-11-02T09:15:30.250Z';

/** The id of all these events. */
export const EVENT_ID = newEventId(Date.parse(TIME));
export const keyOf = (hour: string) => `events/2026/11/02/${hour}/a.json.gz`;

/** An event as ingest stores it. */
export const storedEvent = (event: object) => ({
  eventId: EVENT_ID,
  eventTimestamp: TIME,
  clientId: 'browser-1',
  ...event,
  _ingest: { receivedAt: TIME, requestId: 'r-1', sourceIp: '203.0.113.0' },
});

export const ITEMS = [{ id: 'P1', quantity: 1, price: 500 }];
export const order = (over: object = {}) => ({
  orderId: 'SBW-1',
  revenue: 500,
  tax: 0,
  shipping: 0,
  currency: 'VND',
  items: ITEMS,
  ...over,
});
export const page = storedEvent({
  eventName: 'page_view',
  pageUrl: 'https://shop.example/a',
  pageTitle: 'A',
});
export const bought = storedEvent({ eventName: 'checkout_complete', order: order() });
export const custom = storedEvent({ eventName: 'quiz_answered', properties: { question: 1, answer: 'yes' } });
export const step = storedEvent({
  eventName: 'checkout_step',
  checkout: { step: 3, name: 'review' },
  cart: { value: 500, currency: 'VND', items: ITEMS },
});
export const signedIn = storedEvent({
  eventName: 'login_success',
  login: { method: 'email' },
  userId: 'user-1',
});

/**
 * Loads such events from memory into a warehouse that is empty before each test; the ledger closes
 * after it.
 */
export function aMemoryLoadForEachTest() {
  let warehouse: TestWarehouse;
  let source: MemorySource;
  beforeAll(async () => {
    warehouse = await aWarehouse();
  });
  beforeEach(() => {
    source = memorySource();
  });
  afterEach(async () => {
    expect(await ledgerDifferences(warehouse)).toEqual([]);
    await emptyTables(warehouse);
  });
  afterAll(() => warehouse.close());

  return {
    query: (sql: string) => warehouse.query('shiny', sql),
    /** Puts the lines into an object of the hour, and loads it. */
    async load(hour: string, ...lines: object[]) {
      source.put(keyOf(hour), gzippedLines(lines));
      return runOnce(warehouse.etlUrl, source);
    },
  };
}
