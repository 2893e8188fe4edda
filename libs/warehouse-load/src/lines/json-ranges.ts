const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPENING_BRACKET = 0x5b;
export const OPENING_BRACE = 0x7b;
const OPENING: ReadonlySet<number> = new Set([OPENING_BRACKET, OPENING_BRACE]);
const CLOSING: ReadonlySet<number> = new Set([0x5d, 0x7d]);

/** Space, tab, line feed and carriage return. */
const WHITE_SPACE: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d]);

/** The UTF-8 bytes of a byte order mark, which some editors put before the first line. */
const MARK = Buffer.from('\uFEFF');

/** The bytes of a value: from `start` up to `end`, without white space around it. */
export interface JsonRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The ranges of a list's elements, or of the single value that the bytes hold.
 *
 * @param content valid JSON
 */
export function* rangesInDocument(content: Buffer): Generator<JsonRange> {
  const start = afterSpace(content, content.indexOf(MARK) === 0 ? MARK.length : 0);
  if (content[start] !== OPENING_BRACKET) {
    yield { start, end: endOfJsonValue(content, start, content.length) };
    return;
  }
  let at = afterSpace(content, start + 1);
  while (at < content.length && !CLOSING.has(content[at] ?? 0)) {
    const end = endOfJsonValue(content, at, content.length);
    yield { start: at, end };
    at = afterSpace(content, end);
    if (content[at] === COMMA) at = afterSpace(content, at + 1);
  }
}

/**
 * The end of the list, object or text that begins at `start`; any other value ends at the next
 * delimiter. Only brackets and quotes are read, so any depth works.
 *
 * @returns -1 when the value does not end before the limit
 */
export function endOfJsonValue(content: Buffer, start: number, limit: number): number {
  let depth = 0;
  for (let at = start; at < limit; at++) {
    const byte = content[at] ?? 0;
    if (byte === QUOTE) {
      at = closingQuote(content, at, limit);
      if (depth === 0) return at < limit ? at + 1 : -1;
    } else if (OPENING.has(byte)) {
      depth += 1;
    } else if (CLOSING.has(byte)) {
      if (depth === 0) return at;
      depth -= 1;
      if (depth === 0) return at + 1;
    } else if (depth === 0 && (byte === COMMA || WHITE_SPACE.has(byte))) {
      return at;
    }
  }
  return -1;
}

/**
 * The position at which the next value may begin: after white space and commas, and a byte order
 * mark at the beginning.
 */
export function afterSeparators(content: Buffer, from: number, limit: number): number {
  let at = from === 0 && content.indexOf(MARK) === 0 ? MARK.length : from;
  while (at < limit && (WHITE_SPACE.has(content[at] ?? 0) || content[at] === COMMA)) at += 1;
  return at;
}

function closingQuote(content: Buffer, opening: number, limit: number): number {
  for (let at = opening + 1; at < limit; at++) {
    if (content[at] === BACKSLASH) at += 1;
    else if (content[at] === QUOTE) return at;
  }
  return limit;
}

function afterSpace(content: Buffer, from: number): number {
  let at = from;
  while (WHITE_SPACE.has(content[at] ?? 0)) at += 1;
  return at;
}
