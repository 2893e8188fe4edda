import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { writeLines } from './write-lines';

it('writes the lines of all objects with their places, and names what is not gzip', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'witness-'));
  const file = join(folder, 'lines.ndjson');
  const bodies: Record<string, Buffer> = {
    a: gzipSync('{"x":"1\\n"}\n\n{broken\n'),
    b: gzipSync('{}\n').subarray(0, 12),
    c: Buffer.from('{}\n'),
    d: gzipSync(''),
  };
  const seen: number[] = [];
  const read = (key: string) => Promise.resolve(bodies[key] ?? Buffer.alloc(0));
  const written = await writeLines(Object.keys(bodies), read, file, () => seen.push(1));
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  rmSync(folder, { recursive: true });
  expect(written).toEqual({ lines: 3, unreadable: ['b'] });
  expect(seen).toHaveLength(4);
  expect(lines.map((line) => JSON.parse(line) as object)).toEqual(
    expect.arrayContaining([
      { object: 'a', line: 1, text: '{"x":"1\\n"}' },
      { object: 'a', line: 2, text: '{broken' },
      { object: 'c', line: 1, text: '{}' },
    ]),
  );
});
