import { beginningOf } from '@clickstream/event-schema/normalize';
import { detailOfError } from '../row/fault-detail';
import { isRefusedInJson, wellFormed } from '@clickstream/event-schema/normalize';
import { BrokenGzipError, inflateInPieces, isGzip, salvage } from './inflate';
import { placesInDocument, type JsonPlace } from './json-places';

/** Why a line of an object is no event. */
export type LineFault =
  'not_json' | 'line_too_long' | 'object_too_large' | 'truncated_gzip' | 'corrupt_gzip' | 'unreadable_object';

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

/** More than the events of so many bytes: without a bound, one object of tiny lines could fill the quarantine. */
const MAX_LINES = 5_000_000;

/** Bytes that are taken apart at once: each may be a line, and takes a hundred times as much then. */
const STEP_BYTES = 64 * 1024;

/** What can be inflated of a broken object is held whole up to this size. */
const MAX_SALVAGE_BYTES = 16 * 1024 * 1024;

/** A stream goes into gunzip in slices of this size: what comes out of the one that breaks is lost. */
const STREAM_SLICE_BYTES = 1_024;

const LINE_FEED = 0x0a;

/** Space, tab and carriage return. */
const WHITE_SPACE = new Set([0x20, 0x09, 0x0d]);

/** The lines of a whole object, already inflated: JSON Lines, or one JSON document (an event or a list of them). */
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
        raw: textOf(content.subarray(start, end)),
      };
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
    for await (const piece of Buffer.isBuffer(chunks) ? inflatedHeld(chunks) : inflatedIfGzip(chunks)) {
      bytes += piece.length;
      if (bytes > MAX_INFLATED_BYTES) {
        yield [lines.breakOff('object_too_large', `More than ${MAX_INFLATED_BYTES} bytes come out of it.`)];
        return;
      }
      for (let start = 0; start < piece.length; start += STEP_BYTES) {
        yield lines.take(piece.subarray(start, start + STEP_BYTES));
        if (lines.count < MAX_LINES) continue;
        yield [
          lines.breakOff('object_too_large', `It has more than ${MAX_LINES.toLocaleString('en')} lines.`),
        ];
        return;
      }
    }
    yield lines.end();
  } catch (error) {
    if (!(error instanceof BrokenGzipError)) throw error;
    yield [lines.breakOff(error.reason, error.message)];
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

/** Cuts pieces into lines, and holds no more than one line that is not ended yet. */
class LineSplitter {
  /** Of a line that is not ended yet: its pieces, until it is too long. */
  private rest: Buffer[] = [];
  private restBytes = 0;
  private line = 0;

  get count(): number {
    return this.line;
  }

  take(piece: Buffer): RawLine[] {
    const lines: RawLine[] = [];
    let start = 0;
    for (let end = piece.indexOf(LINE_FEED); end !== -1; end = piece.indexOf(LINE_FEED, start)) {
      if (this.restBytes === 0) this.push(lines, piece, start, end);
      else {
        this.hold(piece.subarray(start, end));
        lines.push(...this.end());
      }
      start = end + 1;
    }
    this.hold(piece.subarray(start));
    return lines;
  }

  /** The line that has no line feed after it, if there is one. */
  end(): RawLine[] {
    const lines: RawLine[] = [];
    const bytes = Buffer.concat(this.rest);
    if (this.restBytes > MAX_LINE_BYTES) lines.push(tooLong(++this.line, textOf(bytes)));
    else this.push(lines, bytes, 0, bytes.length);
    this.rest = [];
    this.restBytes = 0;
    return lines;
  }

  /** The line at which the object cannot be read any further. */
  breakOff(reason: LineFault, detail: string): RawLine {
    return { line: this.line + 1, ok: false, reason, detail, raw: textOf(Buffer.concat(this.rest)) };
  }

  private hold(bytes: Buffer): void {
    if (bytes.length === 0) return;
    if (this.restBytes <= MAX_LINE_BYTES) this.rest.push(bytes);
    this.restBytes += bytes.length;
  }

  private push(lines: RawLine[], bytes: Buffer, start: number, end: number): void {
    const parsed = parseLine(bytes, start, end, this.line + 1);
    if (!parsed) return;
    this.line += 1;
    lines.push(parsed);
  }
}

/** Asked before a line is parsed: an object of nothing but line feeds would be one exception after the other. */
function isBlank(content: Buffer, start: number, end: number): boolean {
  let at = start;
  while (at < end && WHITE_SPACE.has(content[at] ?? 0)) at += 1;
  return at === end;
}

/**
 * The line between two places of an object that is no document.
 *
 * @param line its number, should it have text
 * @returns null for a line without text, which has no number
 */
export function parseLine(content: Buffer, start: number, end: number, line: number): RawLine | null {
  if (end - start > MAX_LINE_BYTES) return tooLong(line, textOf(content.subarray(start, end)));
  if (isBlank(content, start, end)) return null;
  const raw = withoutMark(content.toString('utf8', start, end));
  try {
    const value: unknown = JSON.parse(raw);
    return { line, ok: true, value: isRefusedInJson(raw) ? wellFormed(value) : value, raw };
  } catch (error) {
    if (raw.trim() === '') return null;
    return { line, ok: false, reason: 'not_json', detail: detailOfError(error), raw: cut(raw) };
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

/** An event of a document: its value, and where it lies. */
export interface DocumentEvent extends JsonPlace {
  readonly value: unknown;
}

/** The events of an object that is one JSON document over several lines, or a list; null for JSON Lines. */
export function documentOf(content: Buffer): Iterable<DocumentEvent> | null {
  const text = beginsAsDocument(content) ? content.toString() : '';
  if (text === '') return null;
  try {
    const value: unknown = JSON.parse(withoutMark(text));
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    return { [Symbol.iterator]: () => eventsOfDocument(content, values) };
  } catch {
    return null;
  }
}

/** One at a time: the places of millions of tiny elements take many times their bytes. */
function* eventsOfDocument(content: Buffer, values: readonly unknown[]): Generator<DocumentEvent> {
  let index = 0;
  for (const place of placesInDocument(content)) yield { ...place, value: values[index++] };
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

const textOf = (bytes: Buffer): string => bytes.toString('utf8', 0, MAX_RAW_CHARACTERS);

const cut = (text: string): string => beginningOf(text, MAX_RAW_CHARACTERS);
