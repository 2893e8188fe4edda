import { afterSeparators } from './json-ranges';
import {
  MAX_LINE_BYTES,
  parseLine,
  rawText,
  restOfLine,
  tooLong,
  valueAt,
  valuesInLine,
  type LineFault,
  type RawLine,
} from './parse-line';

const LINE_FEED = 0x0a;

/** Lines that are passed on at once: each takes a hundred times the bytes of a tiny one. */
const LINES_AT_ONCE = 32 * 1024;

/**
 * Splits pieces into lines, and holds at most one unfinished line, or one unfinished value of a
 * longer line.
 */
export class LineSplitter {
  /** Pieces of an unfinished line, until it is too long. */
  private rest: Buffer[] = [];
  private restBytes = 0;
  private line = 0;
  /** True when values of the unfinished line have been passed on. */
  private hasValues = false;
  /** True when the rest cannot be read. */
  private isBroken = false;

  get count(): number {
    return this.line;
  }

  *take(piece: Buffer): Generator<RawLine[]> {
    let start = 0;
    let lines: RawLine[] = [];
    for (let end = piece.indexOf(LINE_FEED); end !== -1; end = piece.indexOf(LINE_FEED, start)) {
      if (this.restBytes === 0 && !this.hasValues) {
        const parsed = parseLine(piece, start, end, this.line + 1);
        if (parsed?.ok) {
          this.line += 1;
          lines.push(parsed);
        } else if (parsed) {
          if (lines.length > 0) yield lines;
          lines = [];
          yield* this.counted(valuesInLine(piece, start, end, parsed));
        }
      } else {
        if (lines.length > 0) yield lines;
        lines = [];
        yield* this.hold(piece.subarray(start, end));
        yield* this.end();
      }
      start = end + 1;
    }
    if (lines.length > 0) yield lines;
    yield* this.hold(piece.subarray(start));
  }

  /** The last line, if no line feed follows it. */
  *end(): Generator<RawLine[]> {
    const bytes = Buffer.concat(this.rest);
    const start = this.hasValues ? afterSeparators(bytes, 0, bytes.length) : 0;
    const parse = this.hasValues ? restOfLine : parseLine;
    const parsed =
      this.restBytes > MAX_LINE_BYTES
        ? tooLong(this.line + 1, rawText(bytes))
        : parse(bytes, start, bytes.length, this.line + 1);
    const isDone = parsed === null || parsed.ok || this.isBroken;
    this.clear();
    if (parsed) yield* this.counted(isDone ? [parsed] : valuesInLine(bytes, start, bytes.length, parsed));
  }

  /** The line at which reading the object stops, after the values before it. */
  *breakOff(reason: LineFault, detail: string): Generator<RawLine[]> {
    yield* this.values();
    yield [{ line: this.line + 1, ok: false, reason, detail, raw: rawText(Buffer.concat(this.rest)) }];
  }

  private *hold(bytes: Buffer): Generator<RawLine[]> {
    if (bytes.length === 0) return;
    if (this.restBytes <= MAX_LINE_BYTES) this.rest.push(bytes);
    this.restBytes += bytes.length;
    if (this.restBytes <= MAX_LINE_BYTES || this.isBroken) return;
    yield* this.values();
  }

  /** The complete values in the held part of a line; they need not be held any longer. */
  private *values(): Generator<RawLine[]> {
    if (this.isBroken) return;
    const bytes = Buffer.concat(this.rest);
    let at = afterSeparators(bytes, 0, bytes.length);
    this.isBroken = !this.hasValues && at > MAX_LINE_BYTES;
    let lines: RawLine[] = [];
    while (at < bytes.length && !this.isBroken) {
      const value = valueAt(bytes, at, bytes.length, this.line + 1);
      this.isBroken = value === null;
      if (value === null || value === 'not ended') break;
      this.line += 1;
      this.hasValues = true;
      if (lines.push(value) >= LINES_AT_ONCE) {
        yield lines;
        lines = [];
      }
      at = afterSeparators(bytes, value.end, bytes.length);
    }
    const rest = bytes.subarray(this.hasValues ? at : 0);
    this.rest = rest.length > 0 ? [rest] : [];
    this.restBytes = rest.length;
    if (lines.length > 0) yield lines;
  }

  private *counted(all: Iterable<RawLine>): Generator<RawLine[]> {
    let lines: RawLine[] = [];
    for (const line of all) {
      this.line = line.line;
      if (lines.push(line) < LINES_AT_ONCE) continue;
      yield lines;
      lines = [];
    }
    if (lines.length > 0) yield lines;
  }

  private clear(): void {
    this.rest = [];
    this.restBytes = 0;
    this.hasValues = false;
    this.isBroken = false;
  }
}
