import {
  readBookLine,
  type BookClose,
  type BookOrder,
  type BookRefund,
} from '@clickstream/event-schema/books';
import { linesOf } from '../lines/raw-lines';
import { agentKindOf, browserOf } from '../row/fields/user-agent';

/** An order or a refund of a file. */
export interface BookEntry {
  readonly line: number;
  readonly value: BookOrder | BookRefund;
}

/** The closing line of a day. */
export interface ClosedDay {
  readonly line: number;
  readonly value: BookClose;
}

/** A line that is not one of the books. */
export interface UnreadableLine {
  readonly line: number;
  /** Its place in the books, where that can be read all the same. */
  readonly number: number | null;
  readonly reason: string;
  readonly raw: string;
}

/** A file of the books, each of its lines in one of the three lists. */
export interface BookFile {
  readonly entries: readonly BookEntry[];
  readonly days: readonly ClosedDay[];
  readonly unreadable: readonly UnreadableLine[];
}

/** Reads the lines of a file. A line that cannot be read is kept with the reason. */
export function readBookFile(content: Buffer): BookFile {
  const entries: BookEntry[] = [];
  const days: ClosedDay[] = [];
  const unreadable: UnreadableLine[] = [];
  for (const rawLine of linesOf(content)) {
    const { line, raw } = rawLine;
    if (!rawLine.ok) {
      const reason = `${rawLine.reason}: ${rawLine.detail}`;
      unreadable.push({ line, number: null, reason, raw });
      continue;
    }
    const read = readBookLine(rawLine.value);
    if (!read.ok) unreadable.push({ line, number: numberOf(rawLine.value), reason: read.reason, raw });
    else if (read.line.kind === 'close') days.push({ line, value: read.line });
    else entries.push({ line, value: read.line });
  }
  return { entries, days, unreadable };
}

/** Browser and device of an entry, in the words of sessions; null where they are not known. */
export function browserOfEntry({ value }: BookEntry): { browser: string | null; device: string | null } {
  const userAgent = value.kind === 'order' ? (value.userAgent ?? null) : null;
  if (userAgent === null) return { browser: null, device: null };
  return { browser: browserOf(userAgent), device: agentKindOf(userAgent).device };
}

function numberOf(value: unknown): number | null {
  const number = typeof value === 'object' && value !== null && 'number' in value ? value.number : null;
  return Number.isSafeInteger(number) && Number(number) > 0 ? Number(number) : null;
}
