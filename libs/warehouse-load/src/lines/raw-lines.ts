import { wellFormed } from '@clickstream/event-schema/normalize';
import { documentOf } from './document';
import { BrokenGzipError, inflateInPieces, isGzip, salvage } from './inflate';
import { LineSplitter } from './line-splitter';
import { parseLine, rawText, valuesInLine, type RawLine } from './parse-line';

/** Larger objects are treated as hostile: reading stops here. */
const MAX_INFLATED_BYTES = 512 * 1024 * 1024;

/**
 * More lines than events of that size can have. Without a limit, one object of tiny lines could
 * fill the quarantine.
 */
const MAX_LINES = 5_000_000;

/** Bytes that are split at once: each may be a line, which then takes a hundred times as much. */
const STEP_BYTES = 64 * 1024;

/** Limit for holding the readable part of a broken object. */
const MAX_SALVAGE_BYTES = 16 * 1024 * 1024;

/**
 * A stream goes into gunzip in slices of this size: the output of the slice that breaks is lost.
 */
const STREAM_SLICE_BYTES = 1_024;

const LINE_FEED = 0x0a;

/**
 * The lines of a whole, inflated object: JSON Lines, also with several objects in a line, or one
 * JSON document (an event or a list of events).
 */
export function* linesOf(content: Buffer): Generator<RawLine> {
  const document = documentOf(content);
  if (document) {
    let line = 0;
    for (const { value, start, end } of document) {
      line += 1;
      yield {
        line,
        ok: true,
        value: wellFormed(value),
        raw: rawText(content.subarray(start, end)),
      };
    }
    return;
  }
  let line = 0;
  for (let start = 0; start < content.length;) {
    const found = content.indexOf(LINE_FEED, start);
    const end = found === -1 ? content.length : found;
    const parsed = parseLine(content, start, end, line + 1);
    if (parsed?.ok) {
      line += 1;
      yield parsed;
    } else if (parsed) {
      for (const value of valuesInLine(content, start, end, parsed)) {
        line = value.line;
        yield value;
      }
    }
    start = end + 1;
  }
}

/**
 * The lines of an object that is too large to hold, or broken, in batches as they arrive.
 *
 * @param chunks the object's bytes, inflated or not; or all of them, when they are held but broken
 */
export async function* linesInPieces(chunks: AsyncIterable<Buffer> | Buffer): AsyncGenerator<RawLine[]> {
  const lines = new LineSplitter();
  let bytes = 0;
  try {
    for await (const piece of Buffer.isBuffer(chunks) ? inflatedHeld(chunks) : inflatedIfGzip(chunks)) {
      bytes += piece.length;
      if (bytes > MAX_INFLATED_BYTES) {
        yield* lines.breakOff('object_too_large', `More than ${MAX_INFLATED_BYTES} bytes come out of it.`);
        return;
      }
      for (let start = 0; start < piece.length; start += STEP_BYTES) {
        yield* lines.take(piece.subarray(start, start + STEP_BYTES));
        if (lines.count < MAX_LINES) continue;
        yield* lines.breakOff(
          'object_too_large',
          `It has more than ${MAX_LINES.toLocaleString('en')} lines.`,
        );
        return;
      }
    }
    yield* lines.end();
  } catch (error) {
    if (!(error instanceof BrokenGzipError)) throw error;
    yield* lines.breakOff(error.reason, error.message);
  }
}

async function* inflatedHeld(bytes: Buffer): AsyncGenerator<Buffer> {
  if (!isGzip(bytes)) {
    yield bytes;
    return;
  }
  const salvaged = salvage(bytes, MAX_SALVAGE_BYTES);
  if (!salvaged) {
    yield* inflateInPieces([bytes], STREAM_SLICE_BYTES);
    return;
  }
  yield salvaged.bytes;
  throw salvaged.error;
}

async function* inflatedIfGzip(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const iterator = chunks[Symbol.asyncIterator]();
  let beginning = Buffer.alloc(0);
  while (beginning.length < 2) {
    const next = await iterator.next();
    if (next.done) break;
    beginning = Buffer.concat([beginning, next.value]);
  }
  const all = (async function* () {
    yield beginning;
    yield* { [Symbol.asyncIterator]: () => iterator };
  })();
  yield* isGzip(beginning) ? inflateInPieces(all, STREAM_SLICE_BYTES) : all;
}
