import { scrubEvent } from '@clickstream/event-schema/normalize';
import { readEvent } from '@clickstream/event-schema/read-event';
import { EVENT_NAMES } from '@clickstream/event-schema';
import { anEventNamed } from '@clickstream/event-schema/testing';
import fc from 'fast-check';
import { acceptBatch } from './accept-batch';

const RECEIVED = new Date('2026-11-23T10:00:00.000Z');
const RECEIPT = { receivedAt: RECEIVED, requestId: 'r-1', sourceIp: '203.0.113.0', userAgent: 'Mozilla/5.0' };
const HOUR = RECEIVED.getTime();

const snakeCase = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function renamed(value: unknown, rename: (name: string) => string): unknown {
  if (Array.isArray(value)) return value.map((inner) => renamed(inner, rename));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [rename(name), renamed(inner, rename)]),
  );
}

/** Our events with every name, the workshop's, and other senders'. */
const anySent = fc.oneof(
  fc
    .constantFrom(...EVENT_NAMES)
    .map((name) => anEventNamed(name, { eventTimestamp: RECEIVED.toISOString() })),
  fc
    .constantFrom(...EVENT_NAMES)
    .map((name) => renamed(anEventNamed(name, { eventTimestamp: RECEIVED.toISOString() }), snakeCase)),
  fc.constantFrom(
    { eventName: 'category_view', product: { category: 'keyboard', id: 'keyboard' } },
    { eventName: 'checkout_complete', eventId: 'e', element: { dataset: { orderId: '', total: '1990000' } } },
    { eventName: 'page_view', eventId: '1764380000000-1a2b3c4d', clientId: '1764380000000-5e6f7a8b' },
    { eventName: 'product_view', identity_source: 'clerk_email', product: { id: 'p', brandName: 'Razer' } },
    { eventName: 'product_view', context_product: { product_id: 'p2', product_price: '2000000' } },
    { eventName: 'checkout_complete', order: { orderId: 'o', revenue: 19.99, currency: 'EUR' } },
    { eventName: 'product_view', product: { id: 'p', price: '20.00' }, cart: { currency: 'EUR' } },
    { eventName: 'Order Completed', properties: { order_id: 'o', total: 27.5, currency: 'USD' } },
    { eventName: 'compare_add', product: { id: 'p1' }, compare: { count: 2 }, size: '27' },
    { eventName: 'page_view', _ingest: { receivedAt: '1999-01-01', requestId: 'forged', sourceIp: '' } },
    { event: 'purchase', transaction_id: 'T', value: 30.03, currency: 'USD', items: [{ item_id: 'S' }] },
  ),
) as fc.Arbitrary<Record<string, unknown>>;

const anyField = fc.constantFrom(
  ...[
    'eventId',
    'eventTimestamp',
    'eventName',
    'clientId',
    'product',
    'order',
    'cart',
    'properties',
    'search',
  ],
  ...['event_name', 'timestamp', 'sequence', 'userLoginState', 'element', 'note', 'url', 'value'],
);
const anyValue = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>('', 0, -1, 1764380000, '2026-02-31T10:00:00Z', '2019-10-01 00:00:00 UTC'),
  fc.constantFrom<unknown>(
    '9999-01-01T00:00:00Z',
    'x'.repeat(2_000),
    { id: 5 },
    { orderId: 'o', revenue: 'vnd' },
  ),
  fc.constantFrom(20, 31, 32, 33).map((depth): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth))),
);
const anyMutation = fc.array(fc.tuple(anyField, anyValue), { maxLength: 3 });

const anyEvent = fc
  .tuple(anySent, anyMutation)
  .map(([event, changes]) => ({ ...event, ...Object.fromEntries(changes) }) as Record<string, unknown>);

describe('a stored event', () => {
  it('is read as if the same line had been put into the bucket without ingest, and is rejected in the same cases', () => {
    fc.assert(
      fc.property(anyEvent, (event) => {
        const text = JSON.stringify(event);
        const batch = acceptBatch({ kind: 'read', values: [JSON.parse(text)] }, RECEIPT);
        const [stored] = batch.accepted;

        // A stamp in the event is dropped, since it may be forged. Values that nest too deep are
        // cut before they are rejected.
        const { value, isCut } = scrubEvent(JSON.parse(text));
        const unstamped = (isCut ? JSON.parse(text) : value) as Record<string, unknown>;
        const alone = readEvent({ ...unstamped, _ingest: { receivedAt: RECEIVED.toISOString() } }, HOUR);
        expect(alone.ok).toBe(stored !== undefined);
        if (!stored || !alone.ok) return;

        const read = readEvent(JSON.parse(JSON.stringify(stored)), HOUR);
        if (!read.ok) throw new Error(read.detail);
        expect(stored._ingest.sender ?? 'clickstream').toBe(alone.sender);
        expect(stored._ingest.corrections ?? []).toEqual(alone.corrections);
        expect({ ...read, event: bare(read.event) }).toEqual({ ...alone, event: bare(alone.event) });
      }),
      { numRuns: 500 },
    );
  });
});

/** The event without the fields that ingest fills in. */
function bare(event: object): object {
  const filled = ['_ingest', 'eventId', 'eventTimestamp', 'schemaVersion'];
  const entries = Object.entries(event).filter(([name]) => !filled.includes(name));
  return JSON.parse(JSON.stringify(Object.fromEntries(entries))) as object;
}
