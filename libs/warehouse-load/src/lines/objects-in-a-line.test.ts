import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { brief, pieces, read, readPieces } from './testing/read-lines';

describe('several objects in one line', () => {
  const three = '{"eventName":"page_view","clientId":"a"}{"eventName":"page_view","clientId":"}{"}{"n":3}';

  it('are an event each, as Firehose writes them', () => {
    const events = [
      [1, { eventName: 'page_view', clientId: 'a' }],
      [2, { eventName: 'page_view', clientId: '}{' }],
      [3, { n: 3 }],
    ];
    expect(brief(read(three))).toEqual(events);
    expect(brief(read(`\uFEFF${three}\n`))).toEqual(events);
  });

  it('may be among lines, with spaces or commas between them', () => {
    expect(brief(read('{"a":1}\n{"a":2} {"a":3},\r\n{"a":4}\n'))).toEqual([
      [1, { a: 1 }],
      [2, { a: 2 }],
      [3, { a: 3 }],
      [4, { a: 4 }],
    ]);
  });

  it('end with one line in quarantine where they cannot be read any further', () => {
    expect(brief(read('{"a":1}{"a":2}{"a":{"a":4}\n{"a":5}{"a":nul}{"a":6}\n{"a":7}]'))).toEqual([
      [1, { a: 1 }],
      [2, { a: 2 }],
      [3, 'not_json', '{"a":{"a":4}'],
      [4, { a: 5 }],
      [5, 'not_json', '{"a":nul}{"a":6}'],
      [6, { a: 7 }],
      [7, 'not_json', ']'],
    ]);
  });

  it('may be more than a line can hold, in pieces of any size', async () => {
    const value = `{"n":1,"t":"${'x'.repeat(700)}"}`;
    const huge = `{"n":2,"t":"${'y'.repeat(1_100_000)}"}`;
    const text = `${value.repeat(4_000)}${huge}${value}\n${value}${value}\n`;
    const whole = brief(read(text));
    expect(whole).toHaveLength(4_003);
    expect(whole[4_000]).toEqual([4_001, 'line_too_long', expect.stringMatching(/^{"n":2,"t":"y+$/)]);
    for (const size of [1_000, 65_536, 3_000_000])
      expect(brief(await readPieces(pieces(Buffer.from(text), size)))).toEqual(whole);
  });

  it('are read before the break of gzip that ends early', async () => {
    const compressed = gzipSync('{"a":1}{"a":2}{"a":');
    expect(brief(await readPieces(compressed.subarray(0, -4)))).toEqual([
      [1, { a: 1 }],
      [2, { a: 2 }],
      [3, 'truncated_gzip', '{"a":'],
    ]);
  });

  it('may span several lines each, as tools print them', () => {
    const printed = [{ a: 1 }, { b: [2] }, {}].map((value) => JSON.stringify(value, null, 2));
    expect(brief(read(printed.join('\n')))).toEqual([
      [1, { a: 1 }],
      [2, { b: [2] }],
      [3, {}],
    ]);
  });

  it('are the same whole and in pieces, whatever is between them', async () => {
    const part = fc.constantFrom(
      '{"a":1}',
      '{"b":"}{"}',
      '{',
      '}',
      ' ',
      ',',
      '\n',
      '[1]',
      '5',
      '\r\n',
      '{"c":[{}]}',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(part, { maxLength: 20 }),
        fc.integer({ min: 1, max: 40 }),
        async (parts, size) => {
          const content = Buffer.from(`{"x":1}\n${parts.join('')}`);
          const whole = read(content);
          expect(brief(await readPieces(pieces(content, size)))).toEqual(brief(whole));
          expect(whole.map(({ line }) => line)).toEqual(whole.map((_, index) => index + 1));
        },
      ),
      { numRuns: 500 },
    );
  });
});
