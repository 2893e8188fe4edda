import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { oddEvent, oddLine } from './odd-json';

const lines = fc.array(oddLine, { maxLength: 25 });
const someLines = fc.array(oddLine, { minLength: 1, maxLength: 25 });
const bytes = (maxLength: number) => fc.uint8Array({ maxLength }).map((array) => Buffer.from(array));

/** Changes that editors and other systems make to lines. */
const asText = fc
  .tuple(lines, fc.constantFrom('\n', '\r\n', '\n\n', '\r'), fc.constantFrom('', '\uFEFF', ' \n'))
  .chain(([all, lineEnd, start]) => {
    const text = start + all.join(lineEnd);
    const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le');
    return fc.constantFrom(
      Buffer.from(text),
      Buffer.from(text),
      Buffer.from(text, 'latin1'),
      utf16,
      Buffer.from(utf16.subarray(0, utf16.length - (utf16.length % 2))).swap16(),
    );
  });

const damaged = fc.tuple(someLines, fc.nat(), bytes(8)).map(([all, place, junk]) => {
  const object = gzipSync(all.join('\n'));
  junk.copy(object, place % object.length);
  return object;
});

/**
 * Objects that none of our ingesters writes: text in any encoding; gzip whole, joined, cut, damaged
 * or padded.
 */
export const oddObject: fc.Arbitrary<Buffer> = fc.oneof(
  { weight: 4, arbitrary: asText },
  { weight: 3, arbitrary: asText.map((text) => gzipSync(text)) },
  { weight: 1, arbitrary: fc.array(oddEvent, { maxLength: 5 }).map((all) => Buffer.from(`[${all.join()}]`)) },
  { weight: 1, arbitrary: bytes(200) },
  { weight: 1, arbitrary: fc.tuple(someLines, fc.integer({ min: 2, max: 60 })).map(cutGzip) },
  { weight: 1, arbitrary: damaged },
  { weight: 1, arbitrary: fc.tuple(someLines, bytes(30)).map(([all, rest]) => join(gzip(all), rest)) },
  { weight: 1, arbitrary: fc.tuple(someLines, someLines).map(([a, b]) => join(gzip(a), gzip(b))) },
  {
    weight: 1,
    arbitrary: fc.tuple(someLines, someLines).map(([a, b]) => join(gzip(a), Buffer.from(b.join('\n')))),
  },
  // Gzip within gzip: one unreadable line for each line feed that it happens to hold.
  { weight: 1, arbitrary: someLines.map((all) => gzipSync(gzip(all))) },
);

/** Ways to put text into an object without loss. */
const WRAPPINGS: readonly ((text: string) => Buffer)[] = [
  (text) => Buffer.from(text),
  (text) => Buffer.from(`\uFEFF${text}`),
  (text) => gzipSync(text),
  (text) => gzipSync(`\uFEFF${text}\n`),
  (text) => join(gzipSync(text.slice(0, text.length / 2)), gzipSync(text.slice(text.length / 2))),
  (text) => join(gzipSync(`${text}\n`), Buffer.from('no gzip')),
  (text) => join(gzipSync(text), Buffer.alloc(512)),
];

function cutGzip([all, missing]: [string[], number]): Buffer {
  return gzip(all).subarray(0, -missing);
}

const gzip = (all: readonly string[]): Buffer => gzipSync(`${all.join('\n')}\n`);

const join = (...parts: readonly Buffer[]): Buffer => Buffer.concat(parts);

/** An object with good events between odd lines, and their ids. */
export const goodAmongOddLines = fc
  .tuple(
    fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 5 }),
    someLines,
    fc.infiniteStream(fc.nat()),
    fc.constantFrom('\n', '\r\n', '\n\n'),
    fc.constantFrom(...WRAPPINGS),
  )
  .map(([ids, odd, places, lineEnd, wrap]) => {
    const all = [...odd];
    for (const id of ids) {
      const [place = 0] = places.take(1);
      all.splice(place % (all.length + 1), 0, `{"eventId":"${id}","eventName":"page_view"}`);
    }
    return { body: wrap(all.join(lineEnd)), ids };
  });
