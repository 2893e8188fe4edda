import { gunzipSync, gzipSync } from 'node:zlib';
import {
  type DocumentEvent,
  documentOf,
  erasedLine,
  isGzip,
  type JsonRange,
  linesWithRanges,
  salvage,
  WHOLE_INFLATED_BYTES,
  WHOLE_OBJECT_BYTES,
} from '@clickstream/warehouse-load/reading';
import { ObjectNotReadError, reasonNotRead } from './not-read';

/** The most bytes that the ETL reads of an object. */
export const MAX_CONTENT_BYTES = 512 * 1024 * 1024;

const LINE_FEED = 0x0a;

/** A line of an object, with the number that the ETL gives it. */
export interface ObjectLine {
  readonly line: number;
  readonly text: string;
  /** undefined when it is not JSON. */
  readonly value: unknown;
}

/** An object's content as lines that can be replaced. */
export interface ObjectContent {
  /** The reason why it contains more than its lines; null if it does not. */
  readonly notRead: string | null;
  lines(): Iterable<ObjectLine>;
  /** The object with these lines erased and all others as they are, gzip as before or not. */
  without(lines: ReadonlySet<number>, erasedAt: Date): Buffer;
}

/**
 * Splits an object into lines. Of broken gzip, only the part before the break is read.
 *
 * @throws {ObjectNotReadError} when it is too large to be rewritten
 */
export function contentOf(bytes: Buffer): ObjectContent {
  const isCompressed = isGzip(bytes);
  const { content, isWhole } = isCompressed ? inflated(bytes) : { content: bytes, isWhole: true };
  // As the ETL reads it: what is large or broken is never taken for a document.
  const mayBeDocument =
    isWhole && bytes.length <= WHOLE_OBJECT_BYTES && content.length <= WHOLE_INFLATED_BYTES;
  const document = mayBeDocument ? documentOf(content) : null;
  const lines = () => (document ? documentLines(content, document) : linesWithPlaces(content));
  return {
    notRead: reasonNotRead(content),
    lines,
    without(erased, erasedAt) {
      const text = replaced(content, lines(), erased, erasedLine(erasedAt));
      return isCompressed ? gzipSync(text) : text;
    },
  };
}

type LineWithRange = ObjectLine & JsonRange;

function replaced(
  content: Buffer,
  lines: Iterable<LineWithRange>,
  erased: ReadonlySet<number>,
  replacement: string,
): Buffer {
  const parts: Buffer[] = [];
  let kept = 0;
  for (const { line, start, end } of lines) {
    if (!erased.has(line)) continue;
    parts.push(content.subarray(kept, start), Buffer.from(replacement));
    kept = end;
  }
  return Buffer.concat([...parts, content.subarray(kept)]);
}

function* documentLines(content: Buffer, document: Iterable<DocumentEvent>): Generator<LineWithRange> {
  let line = 0;
  for (const event of document) {
    line += 1;
    yield { ...event, line, text: content.toString('utf8', event.start, event.end) };
  }
}

/** Yields one line at a time, so that only the bytes of a large object are in memory. */
function* linesWithPlaces(content: Buffer): Generator<LineWithRange> {
  let line = 0;
  for (let start = 0; start < content.length;) {
    const found = content.indexOf(LINE_FEED, start);
    const end = found === -1 ? content.length : found;
    for (const { line: number, start: from, end: to, ...read } of linesWithRanges(
      content,
      start,
      end,
      line + 1,
    )) {
      line = number;
      const value = read.ok ? read.value : undefined;
      yield { line, text: content.toString('utf8', from, to), value, start: from, end: to };
    }
    start = end + 1;
  }
}

function inflated(bytes: Buffer): { content: Buffer; isWhole: boolean } {
  try {
    return { content: gunzipSync(bytes, { maxOutputLength: MAX_CONTENT_BYTES }), isWhole: true };
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge();
    const salvaged = salvage(bytes, MAX_CONTENT_BYTES);
    if (salvaged) return { content: salvaged.bytes, isWhole: false };
    throw tooLarge();
  }
}

const tooLarge = () =>
  new ObjectNotReadError(`More than ${MAX_CONTENT_BYTES / 1024 / 1024} MB come out of it.`);
