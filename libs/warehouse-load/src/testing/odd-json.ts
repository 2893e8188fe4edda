import fc from 'fast-check';
import { HOSTILE_VALUES } from './hostile-values';

const oddText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom('\0', '\ud800', '\udfff\ud800', '\\N', '\\.', '\t', '__proto__', 'NaN', '1e999', '-0'),
  fc.constantFrom('x'.repeat(9_000), '\u{1F600}'.repeat(600), '💥\ud83d'),
);

const oddNumber = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.constantFrom(1e308, -1e308, 5e-324, 2 ** 53, 2 ** 31 - 1, -1),
);

const oddValue = fc.letrec((tie) => ({
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

/** Fields of events, ours and those of other ingesters. */
export const FIELD_NAMES = [
  'eventId',
  'event_id',
  'eventTimestamp',
  'timestamp',
  'schemaVersion',
  'sequence',
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
  '_erased',
  '__proto__',
  'constructor',
  'quantity',
];

/** Values that some field accepts, or almost accepts. */
const plausible = fc.constantFrom<unknown>(
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
  { receivedAt: '2026-11-02T09:00:00Z', sentAt: '2026-10-30T09:00:00Z', userAgent: 'x' },
);

/** Values that no JavaScript value serialises to: only text holds them. */
const textOnly = fc.constantFrom(
  '1e999',
  '-1e400',
  '1e-400',
  '-0',
  '9'.repeat(400),
  `0.${'3'.repeat(400)}`,
  '123456789012345678901234567890.5',
  '"\\u0000"',
  '"\\ud800"',
  '{"\\udc00\\u0000":1}',
  `${'['.repeat(2_000)}${']'.repeat(2_000)}`,
  `${'{"a":'.repeat(500)}1${'}'.repeat(500)}`,
);

const name = fc.constantFrom(
  'page_view',
  'product_view',
  'add_to_cart_click',
  'checkout_complete',
  'order_refund',
  'tracker_events_lost',
  'custom_1',
);

const member = fc
  .tuple(
    fc.constantFrom(...FIELD_NAMES),
    fc.oneof(
      { weight: 2, arbitrary: oddValue.map((value) => JSON.stringify(value)) },
      { weight: 2, arbitrary: plausible.map((value) => JSON.stringify(value)) },
      { weight: 1, arbitrary: textOnly },
      { weight: 1, arbitrary: fc.constantFrom(...HOSTILE_VALUES) },
    ),
  )
  .map(([field, json]) => `${JSON.stringify(field)}:${json}`);

/** JSON text of an event with the right names, some of them twice, and any values at all. */
export const oddEvent: fc.Arbitrary<string> = fc
  .tuple(name, fc.array(member, { maxLength: 12 }))
  .map(([eventName, members]) => `{${[...members, `"eventName":"${eventName}"`].join(',')}}`);

/** A line of an object: mostly JSON, mostly of an event. */
export const oddLine: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: oddEvent },
  { weight: 1, arbitrary: oddValue.map((value) => JSON.stringify(value)) },
  { weight: 1, arbitrary: textOnly },
  { weight: 1, arbitrary: fc.constantFrom(...HOSTILE_VALUES) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 50 }) },
);
