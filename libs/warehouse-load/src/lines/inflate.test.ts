import { gzipSync } from 'node:zlib';
import { BrokenGzipError, inflateInPieces, inflateWhole, isGzip, salvage } from './inflate';

const LIMIT = 1024 * 1024;
const lines = Array.from(
  { length: 2_000 },
  (_, index) => `{"line":${index},"noise":"${Math.sin(index)}"}\n`,
).join('');
const compressed = gzipSync(lines);

async function inflated(bytes: Buffer, sliceBytes = 64): Promise<{ text: string; error: unknown }> {
  const pieces: Buffer[] = [];
  try {
    for await (const piece of inflateInPieces([bytes], sliceBytes)) pieces.push(piece);
  } catch (error) {
    return { text: Buffer.concat(pieces).toString(), error };
  }
  return { text: Buffer.concat(pieces).toString(), error: undefined };
}

function damagedAt(part: number): Buffer {
  const damaged = Buffer.from(compressed);
  const start = Math.floor(damaged.length * part);
  return damaged.fill(0xff, start, start + 40);
}

describe('inflateWhole', () => {
  it('inflates gzip, and leaves what is not gzip as it is', async () => {
    expect((await inflateWhole(compressed, LIMIT))?.toString()).toBe(lines);
    expect((await inflateWhole(gzipSync('small'), LIMIT))?.toString()).toBe('small');
    expect((await inflateWhole(Buffer.from('{"plain":1}'), LIMIT))?.toString()).toBe('{"plain":1}');
  });

  it('returns null for data that is broken or larger than the limit', async () => {
    expect(await inflateWhole(compressed.subarray(0, -20), LIMIT)).toBeNull();
    expect(await inflateWhole(gzipSync(Buffer.alloc(10 * LIMIT)), LIMIT)).toBeNull();
    expect(await inflateWhole(Buffer.alloc(LIMIT + 1), LIMIT)).toBeNull();
  });
});

describe('the size that gzip writes in its last bytes', () => {
  it('is not trusted when it is that of the last of several members', async () => {
    const members = Buffer.concat([compressed, gzipSync('the end\n')]);
    expect((await inflateWhole(members, LIMIT))?.toString()).toBe(`${lines}the end\n`);
  });

  it('is not trusted when it is wrong', async () => {
    for (const size of [0, 1, 0xffff_ffff]) {
      const lying = Buffer.from(compressed);
      lying.writeUInt32LE(size, lying.length - 4);
      expect(await inflateWhole(lying, LIMIT)).toBeNull();
    }
  });
});

describe('inflateInPieces', () => {
  it('gives everything of whole data, in slices of any size', async () => {
    for (const sliceBytes of [1, 64, 100_000]) {
      expect(await inflated(compressed, sliceBytes)).toEqual({ text: lines, error: undefined });
    }
  });

  it('reads several gzip members one after the other', async () => {
    expect((await inflated(Buffer.concat([gzipSync('a\n'), gzipSync('b\n')]))).text).toBe('a\nb\n');
  });

  it.each([0.1, 0.5, 0.9, 0.999])('throws when the data ends early (%p of it)', async (part) => {
    const { text, error } = await inflated(compressed.subarray(0, Math.floor(compressed.length * part)));
    expect(error).toBeInstanceOf(BrokenGzipError);
    expect(error).toMatchObject({ reason: 'truncated_gzip' });
    expect(lines.startsWith(text)).toBe(true);
    expect(text.length).toBeGreaterThan(lines.length * part * 0.8 - 500);
  });

  it('throws when the data is damaged', async () => {
    const { text, error } = await inflated(damagedAt(0.5));
    expect(error).toMatchObject({ reason: 'corrupt_gzip' });
    expect(text.length).toBeGreaterThan(lines.length * 0.4);
  });
});

describe('salvage', () => {
  it('returns everything before the end of truncated data', () => {
    for (const end of [1, 10, 20, 100, compressed.length / 2, compressed.length - 1].map(Math.floor)) {
      const { bytes, error } = salvage(compressed.subarray(0, end), LIMIT) ?? {};
      expect(error).toMatchObject({ reason: 'truncated_gzip' });
      expect(lines.startsWith(bytes?.toString() ?? '?')).toBe(true);
    }
    expect(salvage(compressed.subarray(0, -8), LIMIT)?.bytes.toString()).toBe(lines);
  });

  it('returns everything before damage', () => {
    const { bytes = Buffer.alloc(0), error } = salvage(damagedAt(0.5), LIMIT) ?? {};
    expect(error).toMatchObject({ reason: 'corrupt_gzip' });
    // Damage shows a little after it begins, so the last of what came out may be wrong.
    const length = Math.floor(lines.length * 0.45);
    expect(bytes.toString().slice(0, length)).toBe(lines.slice(0, length));
  });

  it('returns everything when only the checksum differs', () => {
    const damaged = Buffer.from(compressed);
    damaged[damaged.length - 6] = (damaged[damaged.length - 6] ?? 0) ^ 0xff;
    expect(salvage(damaged, LIMIT)).toMatchObject({ error: { reason: 'corrupt_gzip' } });
    expect(salvage(damaged, LIMIT)?.bytes.toString()).toBe(lines);
  });

  it('returns null for data that is whole', () => {
    expect(salvage(compressed, LIMIT)).toBeNull();
  });

  it('returns null for data that is too large', () => {
    expect(salvage(gzipSync(Buffer.alloc(2 * LIMIT)).subarray(0, -10), LIMIT)).toBeNull();
  });
});

describe('isGzip', () => {
  it('goes by the first bytes, not by a name', () => {
    expect(isGzip(compressed)).toBe(true);
    expect(isGzip(Buffer.from('{}'))).toBe(false);
    expect(isGzip(Buffer.from([0x1f]))).toBe(false);
  });
});
