import { beginningOf, isRefusedInJson, wellFormed } from '@clickstream/event-schema/normalize';
import { detailOfError } from '../text/fault-detail';
import { afterSeparators, endOfJsonValue, OPENING_BRACE, type JsonRange } from './json-ranges';

/** Why a line of an object is not an event. */
export type LineFault =
  'not_json' | 'line_too_long' | 'object_too_large' | 'truncated_gzip' | 'corrupt_gzip' | 'unreadable_object';

/**
 * One line of an object, one of several values in a line, or one element of an object
 * that is one JSON document.
 */
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

/** A line, and where it lies in the object. */
export type LineWithRange = RawLine & JsonRange;

/**
 * Ingest takes no request of more than 256 KB: longer lines come from
 * elsewhere, and are not events.
 */
export const MAX_LINE_BYTES = 1024 * 1024;

/** Characters of a broken line that are kept. */
const MAX_RAW_CHARACTERS = 16_384;

/** Space, tab and carriage return. */
const WHITE_SPACE = new Set([0x20, 0x09, 0x0d]);

/**
 * The line between two places of an object that is not a document.
 *
 * @param line its number, should it have text
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
    const text = beginningOf(raw, MAX_RAW_CHARACTERS);
    return { line, ok: false, reason: 'not_json', detail: detailOfError(error), raw: text };
  }
}

/**
 * The lines between two places of an object that is not a document: one, the values in it, or none.
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
 * The JSON objects in one line, as Firehose puts them, with nothing or commas between
 * them. Where one cannot be read, all from there on is one line that cannot be.
 *
 * @param whole the line, which is not one JSON value; it is all there is when it
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

/** The rest of a line after values that could be read. */
export function restOfLine(content: Buffer, start: number, end: number, line: number): RawLine | null {
  const rest = parseLine(content, start, end, line);
  return rest?.ok ? { ...rest, isPart: true } : rest;
}

/**
 * The JSON object that begins at a place of a line.
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

/** As much of a text as is kept of a line that cannot be read. */
export const rawText = (bytes: Buffer): string => bytes.toString('utf8', 0, MAX_RAW_CHARACTERS);

/** Some editors put a byte order mark before the first line. */
export const withoutMark = (text: string): string => (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);

/**
 * Asked before a line is parsed: an object of nothing but line feeds would be one
 * exception after the other.
 */
function isBlank(content: Buffer, start: number, end: number): boolean {
  let at = start;
  while (at < end && WHITE_SPACE.has(content[at] ?? 0)) at += 1;
  return at === end;
}
