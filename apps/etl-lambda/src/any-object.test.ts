import { gzipSync } from 'node:zlib';
import { aWarehouse, type TestWarehouse } from '@clickstream/dw-models/testing';
import fc from 'fast-check';
import { memorySource } from './testing/memory-source';
import { runIn } from './testing/run-once';
import { openWarehouse, type Warehouse } from './warehouse/warehouse';

let warehouse: TestWarehouse;
let loading: Warehouse;

beforeAll(async () => {
  warehouse = await aWarehouse();
  loading = await openWarehouse(warehouse.etlUrl);
});

afterAll(async () => {
  await loading.close();
  await warehouse.close();
});

const oddText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom('\0', '\ud800', '\\N', '\\.', '\t', '__proto__', 'NaN', '1e999', '-0', 'x'.repeat(9_000)),
);
const oddNumber = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.constantFrom(1e308, -1e308, 5e-324, 2 ** 53, 2 ** 31 - 1, -1),
);
const oddJson = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    oddText,
    oddNumber,
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(oddText, tie('value'), { maxKeys: 4 }),
  ),
})).value;

const FIELDS = [
  'eventId',
  'event_id',
  'eventTimestamp',
  'timestamp',
  'schemaVersion',
  'clientId',
  'sessionId',
  'session_id',
  'isFirstVisit',
  'userId',
  'userLoginState',
  'identitySource',
  'pageUrl',
  'pageTitle',
  'referrer',
  'product',
  'product_id',
  'price',
  'cart',
  'order',
  'items',
  'list',
  'search',
  'category',
  'element',
  'properties',
  'context',
  'checkout',
  'login',
  'isStaff',
  '_ingest',
  '__proto__',
  'constructor',
  'quantity',
];

/** Events with the right names and any values at all, some of which are what they should be. */
const oddEvent = fc
  .tuple(
    fc.constantFrom('page_view', 'product_view', 'add_to_cart_click', 'checkout_complete', 'custom_1'),
    fc.dictionary(
      fc.constantFrom(...FIELDS),
      fc.oneof(
        oddJson,
        fc.constantFrom<unknown>(
          '2026-11-02T09:00:00Z',
          1_793_600_000,
          {
            id: 'P',
            name: 'n',
            price: 2 ** 40,
            quantity: 2 ** 31 - 1,
            items: [{ id: 'P', quantity: 2 ** 31 - 1, price: 1e14 }],
          },
          {
            orderId: 'o',
            revenue: 999_999_999_999_999,
            items: [{ id: 'P', quantity: 2 ** 31 - 1, price: 999_999_999_999_999 }],
          },
          { receivedAt: '2026-11-02T09:00:00Z', userAgent: 'x' },
        ),
      ),
      { maxKeys: 12 },
    ),
  )
  .map(([eventName, fields]) => ({ ...fields, eventName }));

const line = fc.oneof(
  { weight: 5, arbitrary: oddEvent.map((event) => JSON.stringify(event)) },
  { weight: 1, arbitrary: oddJson.map((value) => JSON.stringify(value) ?? '') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 50 }) },
);

const anyBody = fc.oneof(
  { weight: 4, arbitrary: fc.array(line, { maxLength: 25 }).map((lines) => Buffer.from(lines.join('\n'))) },
  { weight: 2, arbitrary: fc.array(line, { maxLength: 25 }).map((lines) => gzipSync(lines.join('\n'))) },
  {
    weight: 1,
    arbitrary: fc.array(oddEvent, { maxLength: 5 }).map((events) => Buffer.from(JSON.stringify(events))),
  },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.array(line, { minLength: 1, maxLength: 25 }), fc.integer({ min: 2, max: 60 }))
      .map(([lines, cut]) => gzipSync(lines.join('\n')).subarray(0, -cut)),
  },
);

describe('any object at all', () => {
  it('ends loaded or in quarantine, line by line, and none is refused by PostgreSQL', async () => {
    const source = memorySource();
    let objects = 0;
    await fc.assert(
      fc.asyncProperty(anyBody, async (body) => {
        source.put(`events/2026/11/02/09/${String(++objects).padStart(6, '0')}`, body);
        const { objects: read, failed } = await runIn(loading, source);
        expect({ read, failed }).toEqual({ read: 1, failed: 0 });
      }),
      { numRuns: 150 },
    );
    const [ledger] = await warehouse.query(
      'shiny',
      `SELECT sum(loaded)::integer = (SELECT count(*) FROM clickstream_events) AS rows_agree,
         sum(quarantined)::integer = (SELECT count(*) FROM etl_quarantine) AS quarantine_agrees,
         sum(loaded)::integer = (SELECT sum(events) FROM activity_hourly) AS facts_agree,
         bool_and(lines = loaded + duplicates + quarantined) AS closes,
         (SELECT array_agg(detail || ': ' || raw) FROM etl_quarantine WHERE reason = 'refused_by_warehouse') AS refused,
         sum(loaded) > 300 AS is_no_formality
       FROM etl_objects`,
    );
    expect(ledger).toEqual({
      rows_agree: true,
      quarantine_agrees: true,
      facts_agree: true,
      closes: true,
      refused: null,
      is_no_formality: true,
    });
  }, 120_000);
});
