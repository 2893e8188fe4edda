import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import type { RawLine } from './parse-line';
import { linesInPieces, linesOf } from './raw-lines';

const read = (text: string | Buffer): RawLine[] => [...linesOf(Buffer.from(text))];

async function readPieces(chunks: AsyncIterable<Buffer> | Buffer): Promise<RawLine[]> {
  const lines: RawLine[] = [];
  for await (const batch of linesInPieces(chunks)) lines.push(...batch);
  return lines;
}

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

/** What a test looks at: line number and value, or reason and raw text. */
const brief = (lines: readonly RawLine[]) =>
  lines.map((line) => (line.ok ? [line.line, line.value] : [line.line, line.reason, line.raw]));

describe('the lines of an object', () => {
  it('are its JSON Lines, numbered from 1', () => {
    expect(brief(read('{"a":1}\n{"a":2}\n'))).toEqual([
      [1, { a: 1 }],
      [2, { a: 2 }],
    ]);
  });

  it('may lack the last line feed, end in CRLF, or lie between empty lines, which do not count', () => {
    expect(brief(read('\n{"a":1}\r\n   \n\n{"a":2}'))).toEqual([
      [1, { a: 1 }],
      [2, { a: 2 }],
    ]);
  });

  it('may begin with a byte order mark', () => {
    expect(brief(read('\uFEFF{"a":1}\n'))).toEqual([[1, { a: 1 }]]);
    expect(brief(read('\uFEFF[{"a":1}]'))).toEqual([[1, { a: 1 }]]);
  });

  it('stand by themselves: a broken one costs no neighbour', () => {
    expect(brief(read('{"a":1}\n{"a":\n{"a":3}\n'))).toEqual([
      [1, { a: 1 }],
      [2, 'not_json', '{"a":'],
      [3, { a: 3 }],
    ]);
  });

  it('are the one event of a file over several lines', () => {
    expect(brief(read(JSON.stringify({ a: { b: 1 } }, null, 2)))).toEqual([[1, { a: { b: 1 } }]]);
  });

  it('are the elements of a list', () => {
    expect(brief(read(JSON.stringify([{ a: 1 }, { a: 2 }], null, 2)))).toEqual([
      [1, { a: 1 }],
      [2, { a: 2 }],
    ]);
    expect(read('[]')).toEqual([]);
  });

  it('do not exist in an empty object', () => {
    expect(read('')).toEqual([]);
    expect(read('\n')).toEqual([]);
  });

  it('hold no character that PostgreSQL refuses', () => {
    expect(brief(read('{"a":"x\\u0000y\\ud800z"}'))).toEqual([[1, { a: 'x\uFFFDy\uFFFDz' }]]);
  });

  it('are set aside when they are longer than any event', () => {
    const [first, second] = read(`{"a":"${'x'.repeat(1_100_000)}"}\n{"a":2}`);
    expect(first).toMatchObject({ line: 1, ok: false, reason: 'line_too_long' });
    expect(!first?.ok && first?.raw.length).toBe(16_384);
    expect(second).toMatchObject({ line: 2, ok: true });
  });
});

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

  it('may stand among lines, with spaces or commas between them', () => {
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

  it('may go over several lines each, as tools print them', () => {
    const printed = [{ a: 1 }, { b: [2] }, {}].map((value) => JSON.stringify(value, null, 2));
    expect(brief(read(printed.join('\n')))).toEqual([
      [1, { a: 1 }],
      [2, { b: [2] }],
      [3, {}],
    ]);
  });

  it('are the same whole and in pieces, whatever stands between them', async () => {
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

describe('lines read in pieces', () => {
  const text = Array.from({ length: 500 }, (_, index) => `{"n":${index},"t":"Tết ${index}"}`).join('\n');

  it.each([1, 7, 1000, 1_000_000])('are the same as of the whole, in pieces of %p bytes', async (size) => {
    const whole = read(text);
    expect(await readPieces(pieces(Buffer.from(text), size))).toEqual(whole);
    expect(await readPieces(pieces(gzipSync(text), size))).toEqual(whole);
  });

  it('load up to where a truncated object breaks off, and set the rest aside', async () => {
    const compressed = gzipSync(text);
    const lines = await readPieces(compressed.subarray(0, compressed.length * 0.6));
    const broken = lines.at(-1);
    expect(broken).toMatchObject({ line: lines.length, ok: false, reason: 'truncated_gzip' });
    expect(lines.length).toBeGreaterThan(200);
    expect(lines.slice(0, -1)).toEqual(read(text).slice(0, lines.length - 1));
    expect(text.split('\n')[lines.length - 1]?.startsWith(broken?.raw ?? '?')).toBe(true);
  });

  it('are those of an object that is whole but large when inflated', async () => {
    const large = Array.from(
      { length: 12_000 },
      (_, index) => `{"n":${index},"t":"${'x'.repeat(1_000)}"}`,
    ).join('\n');
    const lines = await readPieces(gzipSync(large));
    expect(lines).toHaveLength(12_000);
    expect(lines.every(({ ok }) => ok)).toBe(true);
  });

  it('tell of damage even where no line is cut', async () => {
    const compressed = gzipSync(`${text}\n`);
    const lines = await readPieces(compressed.subarray(0, -4));
    expect(lines).toHaveLength(501);
    expect(lines.at(-1)).toMatchObject({ line: 501, ok: false, reason: 'truncated_gzip', raw: '' });
  });

  it('hold no more of a line without end than is kept of it', async () => {
    const endless = (async function* () {
      for (let i = 0; i < 40; i++) yield Buffer.alloc(100_000, 'x');
      yield Buffer.from('\n{"a":2}\n');
    })();
    const lines = await readPieces(endless);
    expect(lines).toMatchObject([
      { line: 1, ok: false, reason: 'line_too_long' },
      { line: 2, ok: true, value: { a: 2 } },
    ]);
  });

  it('stop at a gzip bomb', async () => {
    const bomb = gzipSync(Buffer.alloc(600 * 1024 * 1024, 'x'));
    const lines = await readPieces(bomb);
    expect(lines).toMatchObject([{ line: 1, ok: false, reason: 'object_too_large' }]);
  });

  it('pass on the error of a connection that breaks', async () => {
    const broken = (async function* () {
      yield gzipSync(text).subarray(0, 500);
      await Promise.resolve();
      throw new Error('connection reset');
    })();
    await expect(readPieces(broken)).rejects.toThrow('connection reset');
  });
});
