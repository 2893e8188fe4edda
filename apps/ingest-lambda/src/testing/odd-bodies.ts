import { deflateSync, gzipSync } from 'node:zlib';
import { LIMITS } from '@clickstream/event-schema';
import { aCheckoutComplete, aProductView } from '@clickstream/event-schema/testing';
import fc from 'fast-check';

/** Content of a body: text, or bytes that API Gateway passes on in base64. */
export type OddBody = string | Buffer;

const oddText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('\0', '\ud800', '\udc00\ud800', '__proto__', 'constructor', '\u2028', '[object Object]'),
  // Long text that is hard for a scrubber of addresses.
  fc.constantFrom(
    'a'.repeat(20_000),
    `/?${'a'.repeat(20_000)}`,
    `${'a@'.repeat(9_000)}b`,
    '?&='.repeat(6_000),
  ),
  fc.constantFrom(`//${'a.'.repeat(9_000)}@b.c`, `${'%40'.repeat(6_000)}.vn`, '💥'.repeat(5_000)),
);

const oddJson = fc
  .letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      oddText,
      fc.double(),
      fc.constantFrom(1e308, 5e-324, 2 ** 53 + 2, -0),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(oddText, tie('value'), { maxKeys: 4 }),
    ),
  }))
  .value.map((value) => JSON.stringify(value));

/** JSON that `JSON.stringify` does not write. */
const textOnly = fc.constantFrom(
  '1e999',
  '-1e999',
  '9'.repeat(5_000),
  '"\\ud800"',
  '"\\u0000"',
  '{"__proto__":{"eventName":"page_view"}}',
  '{"eventName":"page_view","eventName":7}',
  `${'['.repeat(60_000)}${']'.repeat(60_000)}`,
  `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
);

const anyJson = fc.oneof({ weight: 3, arbitrary: oddJson }, { weight: 1, arbitrary: textOnly });

const FIELDS = Object.keys({
  ...aProductView(),
  ...aCheckoutComplete(),
  _ingest: 0,
  __proto: 0,
  sequence: 0,
});

/** An event of the contract in which up to three fields occur a second time, with any value. */
const nearlyAnEvent = fc
  .tuple(
    fc.constantFrom(aProductView(), aCheckoutComplete(), { eventName: 'my_event' }),
    fc.array(fc.tuple(fc.constantFrom(...FIELDS, '__proto__', 'toJSON', 'events'), anyJson), {
      maxLength: 3,
    }),
  )
  .map(([event, fields]) => {
    const more = fields.map(([name, json]) => `,"${name}":${json}`).join('');
    return `${JSON.stringify(event).slice(0, -1)}${more}}`;
  });

const element = fc.oneof({ weight: 4, arbitrary: nearlyAnEvent }, { weight: 1, arbitrary: anyJson });
const list = fc.array(element, { maxLength: 12 }).map((values) => `[${values.join(',')}]`);
const envelope = fc
  .tuple(anyJson, fc.oneof({ weight: 5, arbitrary: list }, { weight: 1, arbitrary: anyJson }))
  .map(([sentAt, events]) => `{"sentAt":${sentAt},"events":${events}}`);
const json = fc.oneof({ weight: 4, arbitrary: list }, { weight: 4, arbitrary: envelope }, element);

const bytes = fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array));

/** Text with a few of its bytes replaced: often no longer UTF-8 or JSON. */
const damaged = fc.tuple(json, bytes, fc.nat()).map(([text, junk, place]) => {
  const body = Buffer.from(text);
  junk.subarray(0, 6).copy(body, place % (body.length + 1));
  return body;
});

/** Bodies of requests that none of our trackers sends. */
export const oddBody: fc.Arbitrary<OddBody> = fc.oneof(
  { weight: 6, arbitrary: json },
  { weight: 3, arbitrary: json.map((text) => Buffer.from(text)) },
  { weight: 1, arbitrary: fc.tuple(json, json).map((texts) => texts.join('\n')) },
  { weight: 2, arbitrary: damaged },
  { weight: 1, arbitrary: json.map((text) => Buffer.from(text, 'utf16le')) },
  { weight: 1, arbitrary: json.map((text) => gzipSync(text)) },
  { weight: 1, arbitrary: json.map((text) => deflateSync(text)) },
  { weight: 1, arbitrary: json.map((text) => text.slice(0, text.length / 2)) },
  { weight: 1, arbitrary: bytes },
  { weight: 1, arbitrary: oddText },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: LIMITS.maxEvents - 1, max: LIMITS.maxEvents + 1 })
      .map((events) => `[${Array(events).fill('{"eventName":"a"}').join()}]`),
  },
  // A gzip bomb: 100 MB when inflated.
  { weight: 1, arbitrary: fc.constant(gzipSync(Buffer.alloc(100_000_000, ' '))) },
  { weight: 1, arbitrary: fc.constant(`{"eventName":"page_view","note":"${'n'.repeat(300_000)}"}`) },
);
