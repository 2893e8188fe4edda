import { gzipSync } from 'node:zlib';
import { pieces, read, readPieces } from './testing/read-lines';

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

  it('report damage even where no line is cut', async () => {
    const compressed = gzipSync(`${text}\n`);
    const lines = await readPieces(compressed.subarray(0, -4));
    expect(lines).toHaveLength(501);
    expect(lines.at(-1)).toMatchObject({ line: 501, ok: false, reason: 'truncated_gzip', raw: '' });
  });

  it('hold no more of an endless line than is kept of it', async () => {
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
