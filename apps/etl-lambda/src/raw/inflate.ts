import { promisify } from 'node:util';
import { createGunzip, gunzip, gunzipSync } from 'node:zlib';

const gunzipInThread = promisify(gunzip);

/** Below this, handing the work to another thread takes longer than the work. */
const SMALL_BYTES = 2_048;

/** The gzip data ends early or is damaged: what came out before is all there is. */
export class BrokenGzipError extends Error {
  override name = 'BrokenGzipError';

  constructor(
    readonly reason: 'truncated_gzip' | 'corrupt_gzip',
    cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** Whether the bytes begin as gzip does; what a key ends in says nothing certain. */
export function isGzip(bytes: Buffer): boolean {
  return bytes.length >= 2 && bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/**
 * The content of an object that is held whole.
 *
 * @returns null when it has to be read in pieces: it is broken, or larger than `limitBytes` when inflated
 */
export async function inflateWhole(bytes: Buffer, limitBytes: number): Promise<Buffer | null> {
  if (!isGzip(bytes)) return bytes.length > limitBytes ? null : bytes;
  const options = { maxOutputLength: limitBytes };
  try {
    return bytes.length < SMALL_BYTES ? gunzipSync(bytes, options) : await gunzipInThread(bytes, options);
  } catch {
    return null;
  }
}

/**
 * Inflates piece by piece, and gives all that can be inflated before it fails.
 *
 * @param sliceBytes how much goes in at once: what lies in the slice that breaks is lost
 * @throws {BrokenGzipError} after the last piece, when the data ends early or is damaged
 */
export async function* inflateInPieces(
  chunks: AsyncIterable<Buffer> | Iterable<Buffer>,
  sliceBytes: number,
): AsyncGenerator<Buffer> {
  const stream = createGunzip();
  let inflated: Buffer[] = [];
  let failure: (Error & { code?: string }) | undefined;
  stream.on('data', (piece: Buffer) => inflated.push(piece));
  stream.on('error', (error) => (failure = error));
  const taken = () => inflated.splice(0);
  try {
    for await (const chunk of chunks) {
      for (let start = 0; start < chunk.length && !failure; start += sliceBytes) {
        await new Promise<void>((resolve) => {
          stream.write(chunk.subarray(start, start + sliceBytes), () => resolve());
        });
        yield* taken();
      }
      if (failure) break;
    }
    if (!failure) {
      await new Promise<void>((resolve) => {
        stream.once('end', resolve).once('error', () => resolve());
        stream.end();
      });
    }
    yield* taken();
    if (failure) {
      throw new BrokenGzipError(failure.code === 'Z_BUF_ERROR' ? 'truncated_gzip' : 'corrupt_gzip', failure);
    }
  } finally {
    inflated = [];
    stream.destroy();
  }
}
