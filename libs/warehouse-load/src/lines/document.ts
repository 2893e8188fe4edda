import {
  afterSeparators,
  endOfJsonValue,
  OPENING_BRACE,
  rangesInDocument,
  type JsonRange,
} from './json-ranges';
import { withoutMark } from './parse-line';

/** An event of a document: its value and its position. */
export interface DocumentEvent extends JsonRange {
  readonly value: unknown;
}

/**
 * The events of an object that is one JSON document over several lines, a list, or several such
 * documents in sequence; null for JSON Lines.
 */
export function documentOf(content: Buffer): Iterable<DocumentEvent> | null {
  const text = beginsAsDocument(content) ? content.toString() : '';
  if (text === '') return null;
  try {
    const value: unknown = JSON.parse(withoutMark(text));
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    return { [Symbol.iterator]: () => eventsOfDocument(content, values) };
  } catch {
    return documentsIn(content);
  }
}

/** Yields one at a time: the positions of millions of tiny elements take many times their bytes. */
function* eventsOfDocument(content: Buffer, values: readonly unknown[]): Generator<DocumentEvent> {
  let index = 0;
  for (const place of rangesInDocument(content)) yield { ...place, value: values[index++] };
}

/**
 * Objects over several lines, in sequence, as some tools print them; null when the content holds
 * anything else.
 */
function documentsIn(content: Buffer): DocumentEvent[] | null {
  const events: DocumentEvent[] = [];
  let at = afterSeparators(content, 0, content.length);
  while (at < content.length) {
    const end = content[at] === OPENING_BRACE ? endOfJsonValue(content, at, content.length) : -1;
    const value = end === -1 ? undefined : parsed(content.toString('utf8', at, end));
    if (value === undefined) return null;
    events.push({ start: at, end, value });
    at = afterSeparators(content, end, content.length);
  }
  return events;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** True for a list, or an object that does not end on its first line. */
function beginsAsDocument(content: Buffer): boolean {
  const beginning = content.toString('utf8', 0, 4_096).trimStart();
  if (beginning.startsWith('[')) return true;
  const [firstLine = ''] = beginning.split('\n', 1);
  return (
    firstLine.startsWith('{') && firstLine.length < beginning.length && !firstLine.trimEnd().endsWith('}')
  );
}
