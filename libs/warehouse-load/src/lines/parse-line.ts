import { truncate, isRefusedInJson, wellFormed } from '@clickstream/event-schema/normalize';
import { detailOfError } from '../text/fault-detail';
import { afterSeparators, endOfJsonValue, OPENING_BRACE, type JsonRange } from './json-ranges';

/** Reasons why a line of an object is not an event. */
export type LineFault =
  'not_json' | 'line_too_long' | 'object_too_large' | 'truncated_gzip' | 'corrupt_gzip' | 'unreadable_object';

/** One line of an object, one of several values in a line, or one element of a JSON document. */
export type RawLine =
  | {
      readonly line: number;
      readonly ok: true;
      readonly value: unknown;
      readonly raw: string;
      /** True when the same line of the object holds other values. */
      readonly isPart?: boolean;
    }
  | {
      readonly line: number;
      readonly ok: false;
      readonly reason: LineFault;
      readonly detail: string;
      readonly raw: string;
    };

/** A line, and its position in the object. */
export type LineWithRange = RawLine & JsonRange;

/**
 * Ingest accepts requests of at most 256 KB: longer lines come from elsewhere, and are not events.
 */
export const MAX_LINE_BYTES = 1024 * 1024;

/** Characters of a broken line that are kept. */
const MAX_RAW_CHARACTERS = 16_384;

/** Space, tab and carriage return. */
const WHITE_SPACE = new Set([0x20, 0x09, 0x0d]);

/**
 * The line between two positions of an object that is not a document.
 *
 * @param line its number, if it has text
 * @returns null for a line without text, which has no number
 */
export function parseLine(content: Buffer, start: number, end: number, line: number): RawLine | null {
  if (end - start > MAX_LINE_BYTES) return tooLong(line, rawText(content.subarray(start, end)));
  if (isBlank(content, start, end)) return null;
  const raw = withoutMark(content.toString('utf8', start, end));
  try {
    const value: unknown = JSON.parse(raw);
    return { line, ok: true, value: isRefusedInJson(raw) ? wellFormed(value) : value, raw };
  } catch (error) {
    if (raw.trim() === '') return null;
    const text = truncate(raw, MAX_RAW_CHARACTERS);
    return { line, ok: false, reason: 'not_json', detail: detailOfError(error), raw: text };
  }
}

/**
 * The lines between two positions of an object that is not a document: one line, the values in it,
 * or none.
 */
export function* linesWithRanges(
  content: Buffer,
  start: number,
  end: number,
  line: number,
): Generator<LineWithRange> {
  const parsed = parseLine(content, start, end, line);
  if (parsed?.ok) yield { ...parsed, start, end };
  else if (parsed) yield* valuesInLine(content, start, end, parsed);
}

/**
 * The JSON objects in one line, as Firehose writes them, with nothing or commas between them. From
 * the first that cannot be read on, the rest is one unreadable line.
 *
 * @param whole the line, which is not one JSON value; it is returned whole when it
 *   does not begin with an object
 */
export function* valuesInLine(
  content: Buffer,
  start: number,
  end: number,
  whole: RawLine & { readonly ok: false },
): Generator<LineWithRange> {
  let { line } = whole;
  let at = afterSeparators(content, start, end);
  const isFar = at === end || at - start > MAX_LINE_BYTES;
  let value = isFar ? null : valueAt(content, at, end, line);
  if (value === null || value === 'not ended') {
    yield { ...whole, start, end };
    return;
  }
  while (value !== null && value !== 'not ended') {
    yield value;
    line += 1;
    at = afterSeparators(content, value.end, end);
    if (at === end) return;
    value = valueAt(content, at, end, line);
  }
  const rest = restOfLine(content, at, end, line);
  if (rest) yield { ...rest, start: at, end };
}

/** The rest of a line after readable values. */
export function restOfLine(content: Buffer, start: number, end: number, line: number): RawLine | null {
  const rest = parseLine(content, start, end, line);
  return rest?.ok ? { ...rest, isPart: true } : rest;
}

/**
 * The JSON object that begins at a position of a line.
 *
 * @returns `not ended` when it goes on beyond the limit; null when it is not an event: another
 *   value, broken, or too long
 */
export function valueAt(
  content: Buffer,
  start: number,
  limit: number,
  line: number,
): (LineWithRange & { readonly ok: true }) | 'not ended' | null {
  if (content[start] !== OPENING_BRACE) return null;
  const end = endOfJsonValue(content, start, limit);
  if (end === -1) return limit - start > MAX_LINE_BYTES ? null : 'not ended';
  const parsed = parseLine(content, start, end, line);
  return parsed?.ok ? { ...parsed, isPart: true, start, end } : null;
}

export function tooLong(line: number, raw: string): RawLine & { readonly ok: false } {
  const detail = `It is longer than ${MAX_LINE_BYTES.toLocaleString('en')} bytes.`;
  return { line, ok: false, reason: 'line_too_long', detail, raw };
}

/** The part of a text that is kept of an unreadable line. */
export const rawText = (bytes: Buffer): string => bytes.toString('utf8', 0, MAX_RAW_CHARACTERS);

/** Some editors put a byte order mark before the first line. */
export const withoutMark = (text: string): string => (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);

/**
 * Checked before a line is parsed: an object of nothing but line feeds would otherwise throw one
 * exception after the other.
 */
function isBlank(content: Buffer, start: number, end: number): boolean {
  let at = start;
  while (at < end && WHITE_SPACE.has(content[at] ?? 0)) at += 1;
  return at === end;
}
