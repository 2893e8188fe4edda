import { isRefusedInJson, wellFormed } from '../row/well-formed';
import { BrokenGzipError, inflateInPieces, isGzip } from './inflate';

/** Why a line of an object is no event. */
export type LineFault = 'not_json' | 'line_too_long' | 'object_too_large' | 'truncated_gzip' | 'corrupt_gzip';

/** One line of an object, or one element of an object that is one JSON document. */
export type RawLine =
  | { readonly line: number; readonly ok: true; readonly value: unknown; readonly raw: string }
  | {
      readonly line: number;
      readonly ok: false;
      readonly reason: LineFault;
      readonly detail: string;
      readonly raw: string;
    };

/** Ingest takes no request of more than 256 KB: longer lines come from elsewhere, and are no events. */
const MAX_LINE_BYTES = 1024 * 1024;

/** How much text of a broken line is kept. */
const MAX_RAW_CHARACTERS = 16_384;

/** More than this comes out of no object but one that is made to do harm: what follows is not read. */
const MAX_INFLATED_BYTES = 512 * 1024 * 1024;

/** A stream goes into gunzip in slices of this size, a broken object in much smaller ones: less of it is lost. */
const STREAM_SLICE_BYTES = 16_384;
const SALVAGE_SLICE_BYTES = 64;
const MAX_SALVAGE_SLICES = 10_000;

const LINE_FEED = 0x0a;

/** The lines of a whole object, already inflated: JSON Lines, or one JSON document (an event or a list of them). */
export function* linesOf(content: Buffer): Generator<RawLine> {
  const document = documentOf(content);
  if (document) {
    for (const [index, value] of document.entries()) {
      yield { line: index + 1, ok: true, value: wellFormed(value), raw: cut(JSON.stringify(value) ?? '') };
    }
    return;
  }
  let line = 0;
  for (let start = 0; start < content.length;) {
    const found = content.indexOf(LINE_FEED, start);
    const end = found === -1 ? content.length : found;
    const parsed = parseLine(content, start, end, line + 1);
    if (parsed) {
      line += 1;
      yield parsed;
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
    for await (const piece of Buffer.isBuffer(chunks) ? salvaged(chunks) : inflatedIfGzip(chunks)) {
      bytes += piece.length;
      if (bytes > MAX_INFLATED_BYTES) {
        yield [lines.breakOff('object_too_large', `More than ${MAX_INFLATED_BYTES} bytes come out of it.`)];
        return;
      }
      yield lines.take(piece);
    }
    yield lines.end();
  } catch (error) {
    if (!(error instanceof BrokenGzipError)) throw error;
    yield [lines.breakOff(error.reason, error.message)];
  }
}

function salvaged(bytes: Buffer): AsyncIterable<Buffer> | Iterable<Buffer> {
  if (!isGzip(bytes)) return [bytes];
  return inflateInPieces(
    [bytes],
    Math.max(SALVAGE_SLICE_BYTES, Math.ceil(bytes.length / MAX_SALVAGE_SLICES)),
  );
}

async function* inflatedIfGzip(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done) return;
  const all = (async function* () {
    yield first.value;
    yield* { [Symbol.asyncIterator]: () => iterator };
  })();
  yield* isGzip(first.value) ? inflateInPieces(all, STREAM_SLICE_BYTES) : all;
}

/** Cuts pieces into lines, and holds no more than one line that is not ended yet. */
class LineSplitter {
  private rest: Buffer = Buffer.alloc(0);
  private line = 0;
  /** The beginning of a line that is too long, while the rest of it is passed over. */
  private tooLong: string | undefined;

  take(piece: Buffer): RawLine[] {
    const lines: RawLine[] = [];
    const bytes = this.rest.length > 0 ? Buffer.concat([this.rest, piece]) : piece;
    let start = 0;
    for (let end = bytes.indexOf(LINE_FEED); end !== -1; end = bytes.indexOf(LINE_FEED, start)) {
      this.push(lines, bytes, start, end);
      start = end + 1;
    }
    this.rest = Buffer.from(bytes.subarray(start));
    if (this.rest.length > MAX_LINE_BYTES) {
      this.tooLong ??= cut(this.rest.toString('utf8', 0, MAX_RAW_CHARACTERS));
      this.rest = Buffer.alloc(0);
    }
    return lines;
  }

  end(): RawLine[] {
    const lines: RawLine[] = [];
    this.push(lines, this.rest, 0, this.rest.length);
    return lines;
  }

  /** The line at which the object cannot be read any further. */
  breakOff(reason: LineFault, detail: string): RawLine {
    const raw = this.tooLong ?? cut(this.rest.toString());
    return { line: this.line + 1, ok: false, reason, detail, raw };
  }

  private push(lines: RawLine[], bytes: Buffer, start: number, end: number): void {
    const next = this.line + 1;
    const parsed =
      this.tooLong === undefined ? parseLine(bytes, start, end, next) : tooLong(next, this.tooLong);
    this.tooLong = undefined;
    if (!parsed) return;
    this.line = next;
    lines.push(parsed);
  }
}

/** @returns null for a line without text */
function parseLine(content: Buffer, start: number, end: number, line: number): RawLine | null {
  if (end - start > MAX_LINE_BYTES)
    return tooLong(line, cut(content.toString('utf8', start, start + MAX_RAW_CHARACTERS)));
  const raw = withoutMark(content.toString('utf8', start, end));
  try {
    const value: unknown = JSON.parse(raw);
    return { line, ok: true, value: isRefusedInJson(raw) ? wellFormed(value) : value, raw };
  } catch (error) {
    if (raw.trim() === '') return null;
    return { line, ok: false, reason: 'not_json', detail: messageOf(error), raw: cut(raw) };
  }
}

function tooLong(line: number, raw: string): RawLine {
  return {
    line,
    ok: false,
    reason: 'line_too_long',
    detail: `It is longer than ${MAX_LINE_BYTES.toLocaleString('en')} bytes.`,
    raw,
  };
}

/** The events of an object that is one JSON document over several lines, or a list; null for JSON Lines. */
function documentOf(content: Buffer): unknown[] | null {
  const text = beginsAsDocument(content) ? content.toString() : '';
  if (text === '') return null;
  try {
    const value: unknown = JSON.parse(withoutMark(text));
    return Array.isArray(value) ? value : [value];
  } catch {
    return null;
  }
}

/** A list, or an object whose first line does not end it. */
function beginsAsDocument(content: Buffer): boolean {
  const beginning = content.toString('utf8', 0, 4_096).trimStart();
  if (beginning.startsWith('[')) return true;
  const [firstLine = ''] = beginning.split('\n', 1);
  return (
    firstLine.startsWith('{') && firstLine.length < beginning.length && !firstLine.trimEnd().endsWith('}')
  );
}

/** Some editors put a byte order mark before the first line. */
const withoutMark = (text: string): string => (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);

const cut = (text: string): string => text.slice(0, MAX_RAW_CHARACTERS);

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
