import { promisify } from 'node:util';
import { constants, createGunzip, gunzip, gunzipSync } from 'node:zlib';

const gunzipInThread = promisify(gunzip);

/** Below this, handing the work to another thread takes longer than the work. */
const SMALL_BYTES = 2_048;

/** Up to sixteen objects may each use a buffer of this size at once. */
const LARGEST_OUTPUT_PIECE = 1024 * 1024;

/** The gzip data ends early or is damaged; what was inflated before is all there is. */
export class BrokenGzipError extends Error {
  override name = 'BrokenGzipError';

  constructor(
    readonly reason: 'truncated_gzip' | 'corrupt_gzip',
    cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** True when the bytes begin with the magic number of gzip; the ending of a key proves nothing. */
export function isGzip(bytes: Buffer): boolean {
  return bytes.length >= 2 && bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/**
 * Inflates an object that is held whole.
 *
 * @returns null when it has to be read in pieces: it is broken, or larger than
 *   `limitBytes` when inflated
 */
export async function inflateWhole(bytes: Buffer, limitBytes: number): Promise<Buffer | null> {
  if (!isGzip(bytes)) return bytes.length > limitBytes ? null : bytes;
  const options = { maxOutputLength: limitBytes, chunkSize: outputBytes(bytes) };
  try {
    return bytes.length < SMALL_BYTES ? gunzipSync(bytes, options) : await gunzipInThread(bytes, options);
  } catch {
    return null;
  }
}

/**
 * The size of the output buffer: all that the trailer's four bytes name, so that the content comes
 * in one go instead of in pieces of 16 KB. The trailer is untrusted, so the size is capped.
 */
function outputBytes(bytes: Buffer): number {
  const size = bytes.length < 4 ? 0 : bytes.readUInt32LE(bytes.length - 4);
  // With a little more room than it needs, zlib sees the end without a further call.
  return Math.min(Math.max(size + 64, constants.Z_DEFAULT_CHUNK), LARGEST_OUTPUT_PIECE);
}

/** The readable part of gzip data that ends early or is damaged. */
export interface Salvage {
  readonly bytes: Buffer;
  readonly error: BrokenGzipError;
}

/**
 * Inflates broken data up to the byte where it breaks.
 *
 * @returns null when it is not broken, or more than `limitBytes` come out of it
 */
export function salvage(bytes: Buffer, limitBytes: number): Salvage | null {
  const inflate = (end: number, finishFlush: number): Buffer | (Error & { code?: string }) => {
    try {
      return gunzipSync(bytes.subarray(0, end), { finishFlush, maxOutputLength: limitBytes });
    } catch (error) {
      return error as Error;
    }
  };
  const whole = inflate(bytes.length, constants.Z_FINISH);
  if (Buffer.isBuffer(whole) || whole.code === 'ERR_BUFFER_TOO_LARGE') return null;
  // When it expects more to follow, zlib does not mind an early end; then only damage makes it
  // fail.
  const inflateTo = (end: number) => inflate(end, constants.Z_SYNC_FLUSH);
  const all = inflateTo(bytes.length);
  if (Buffer.isBuffer(all)) return { bytes: all, error: new BrokenGzipError('truncated_gzip', whole) };
  if (all.code === 'ERR_BUFFER_TOO_LARGE') return null;
  let good: Buffer = Buffer.alloc(0);
  for (let start = 0, end = bytes.length; end - start > 1;) {
    const middle = Math.floor((start + end) / 2);
    const part = inflateTo(middle);
    if (Buffer.isBuffer(part)) {
      good = part;
      start = middle;
    } else {
      end = middle;
    }
  }
  return { bytes: good, error: new BrokenGzipError('corrupt_gzip', all) };
}

/**
 * Inflates in pieces what is too large to hold.
 *
 * @param sliceBytes bytes that go in at once: the output of the slice that breaks is lost
 * @throws {BrokenGzipError} after the last piece, when the data ends early or is damaged
 */
export async function* inflateInPieces(
  chunks: AsyncIterable<Buffer> | Iterable<Buffer>,
  sliceBytes: number,
): AsyncGenerator<Buffer> {
  const stream = createGunzip();
  let inflated: Buffer[] = [];
  let failure: (Error & { code?: string }) | undefined;
  // A write that fails is never called back, so every wait ends with the failure as well.
  let endWait = () => undefined as void;
  stream.on('data', (piece: Buffer) => inflated.push(piece));
  stream.on('end', () => endWait());
  stream.on('error', (error) => {
    failure = error;
    endWait();
  });
  const until = (begin: (done: () => void) => void) =>
    new Promise<void>((resolve) => {
      endWait = resolve;
      begin(resolve);
    });
  try {
    for await (const chunk of chunks) {
      for (let start = 0; start < chunk.length && !failure; start += sliceBytes) {
        await until((done) => stream.write(chunk.subarray(start, start + sliceBytes), done));
        yield* inflated.splice(0);
      }
      if (failure) break;
    }
    if (!failure) await until(() => stream.end());
    yield* inflated.splice(0);
    if (failure) {
      throw new BrokenGzipError(failure.code === 'Z_BUF_ERROR' ? 'truncated_gzip' : 'corrupt_gzip', failure);
    }
  } finally {
    inflated = [];
    stream.destroy();
  }
}
