import fc from 'fast-check';
import { adapterFor, unpackerFor } from '.';

/** JSON values that cannot be converted to text or a number. */
const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(
    { toString: 1, valueOf: 1 },
    [{ toString: null }],
    1e300,
    '9'.repeat(400),
    '\0',
    '\ud800',
  ),
);
const fields = (...names: string[]) =>
  fc.dictionary(fc.constantFrom(...names), odd, { maxKeys: 6, noNullPrototype: true });
const commerce = fields(
  ...['product_id', 'name', 'price', 'url', 'currency', 'products', 'quantity', 'step', 'query'],
  ...['order_id', 'total', 'revenue', 'tax', 'value', 'cart_id', 'list_id', 'coupon', '__proto__'],
);
const segmentMessage = fc
  .record({
    type: fc.constantFrom('track', 'page', 'screen', 'identify', 'group', 'alias'),
    event: fc.oneof(fc.constantFrom('Product Added', 'Order Completed', 'Products Searched'), odd),
    properties: fc.oneof(commerce, odd),
    context: fc.oneof(fields('page', 'campaign', 'sessionId', 'userAgent', 'traits'), odd),
  })
  .chain((known) =>
    fields('messageId', 'anonymousId', 'userId', 'timestamp', 'integrations', 'sentAt', '_ingest').map(
      (more) => ({ ...more, ...known }),
    ),
  );
const described = fc.record({
  schema: fc.constantFrom(
    'iglu:com.snowplowanalytics.snowplow.ecommerce/snowplow_ecommerce_action/jsonschema/1-0-2',
    'iglu:com.snowplowanalytics.snowplow.ecommerce/product/jsonschema/1-0-0',
    'iglu:com.snowplowanalytics.snowplow/site_search/jsonschema/1-0-0',
    'iglu:com.snowplowanalytics.snowplow/link_click/jsonschema/1-0-0',
    'iglu:a/b/c',
    '',
  ),
  data: fc.oneof(
    fc.constantFrom({ type: 'add_to_cart' }, { type: 'transaction' }, { type: 'checkout_step' }),
    fields('type', 'id', 'price', 'list_price', 'step', 'terms', 'elementContent', 'transaction_id'),
    odd,
  ),
});
const snowplowEvent = fc
  .record({
    e: fc.constantFrom('pv', 'pp', 'se', 'ue', 'tr', 'ti'),
    ue_pr: fc.oneof(
      described.map((data) => JSON.stringify({ data })),
      described.map((data) => ({ data })),
      odd,
    ),
    cx: fc.oneof(
      fc
        .array(described, { maxLength: 3 })
        .map((data) => Buffer.from(JSON.stringify({ data })).toString('base64')),
      odd,
    ),
  })
  .chain((known) =>
    fields('eid', 'tv', 'dtm', 'stm', 'vid', 'sid', 'uid', 'url', 'se_ac', 'tr_id', 'tr_tt', 'ti_sk').map(
      (more) => ({ ...more, ...known }),
    ),
  );
const orderOfBooks = fc.record({
  invoice: fc.constant('1'),
  invoiceDate: fc.constant('2026-11-02T09:00:00'),
  currency: odd,
  customerId: odd,
  lines: fc.array(fc.oneof(fields('sku', 'name', 'quantity', 'unitPrice'), odd), { maxLength: 4 }),
});
const ownEvent = fc
  .constantFrom('checkout_complete', 'purchase', 'add_to_cart', 'product_view', 'category_view')
  .chain((eventName) =>
    fields(
      ...['product', 'element', 'items', 'order', 'ecommerce', 'value', 'transaction_id', 'category'],
      ...['context_product', 'utm_source', 'page_location', 'session_id', 'quantity', 'price'],
    ).map((more) => ({ ...more, eventName })),
  );

describe('a message of another tracker, whatever it holds', () => {
  it.each([
    ['/v1/t', segmentMessage],
    ['/v1/batch', fc.record({ batch: fc.array(fc.oneof(segmentMessage, odd)), context: odd })],
    ['/com.snowplowanalytics.snowplow/tp2', fc.record({ data: fc.array(fc.oneof(snowplowEvent, odd)) })],
    ['/clickstream', orderOfBooks],
    ['/clickstream', ownEvent],
    ['/v1/t', odd],
    ['/v1/batch', odd],
    ['/com.snowplowanalytics.snowplow/tp2', odd],
  ] as [string, fc.Arbitrary<unknown>][])('is taken apart and read without a throw: %s', (path, anyBody) => {
    fc.assert(
      fc.property(anyBody, (body) => {
        const sent = JSON.parse(JSON.stringify(body)) as unknown;
        const unpacker = unpackerFor(path);
        const values = unpacker ? unpacker.unpack({ path, query: {}, body: sent })?.values : [sent];
        for (const value of values ?? []) {
          if (typeof value !== 'object' || value === null || Array.isArray(value)) continue;
          const event = value as Record<string, unknown>;
          adapterFor(event).toSourceEvent(event);
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['/mp/collect', (deep: string) => `{"a":${deep},"events":[{"name":"page_view"}]}`],
    ['/v1/batch', (deep: string) => `{"context":${deep},"batch":[{"type":"page"}]}`],
  ])('is refused when what its events share nests too deep to be written: %s', (path, bodyWith) => {
    const body = JSON.parse(bodyWith(`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`)) as unknown;
    expect(unpackerFor(path)?.unpack({ path, query: {}, body })).toBeNull();
  });
});
