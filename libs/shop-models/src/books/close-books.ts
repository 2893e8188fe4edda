import { bookFileContent, bookFileKey, bookLineText, type BookLine } from '@clickstream/event-schema/books';
import type { DataSource, EntityManager } from 'typeorm';
import { newEntries, SHOP_CURRENCY, type Unnumbered } from './book-entries';
import { dayAfter, dayOf, startOf } from './closed-days';

/** Settings of `closeBooks`. */
export interface CloseBooks {
  readonly timeZone: string;
  readonly now: Date;
  /** Days whose files are stored again, as they were written. */
  readonly again?: readonly string[];
  /** Stores a file of the books, in place of the same one from before. */
  store(key: string, content: string): Promise<void>;
}

/** The result of a close. */
export interface ClosedBooks {
  /** Days that this call closed. */
  readonly closed: readonly string[];
  /** Keys of the files that it stored. */
  readonly stored: readonly string[];
}

/** Only one writer at a time numbers lines. */
const BOOKS_LOCK = 7_215_010;

/**
 * Closes each day that is over on the shop's clock: gives its orders and refunds their numbers, and
 * stores the day's file. A day is closed once; what becomes known of it later is in the next file,
 * with the next numbers. A file that could not be stored is stored by the next call.
 */
export async function closeBooks(source: DataSource, books: CloseBooks): Promise<ClosedBooks> {
  const closed: string[] = [];
  for (let day = await closeNextDay(source, books); day; day = await closeNextDay(source, books))
    closed.push(day);
  const waiting = await source.query<{ day: string }[]>(
    `SELECT day::text FROM book_days WHERE stored_at IS NULL OR day = ANY($1::date[]) ORDER BY day`,
    [books.again ?? []],
  );
  const stored: string[] = [];
  for (const { day } of waiting) stored.push(await storeDay(source, day, books));
  return { closed, stored };
}

/**
 * Closes one day in a transaction, so that what is done stays done.
 *
 * @returns null when no day is over
 */
async function closeNextDay(source: DataSource, books: CloseBooks): Promise<string | null> {
  return source.transaction(async (manager) => {
    await manager.query('SELECT pg_advisory_xact_lock($1)', [BOOKS_LOCK]);
    const day = await dayToClose(manager, books);
    if (day) await closeDay(manager, day, books.timeZone);
    return day;
  });
}

async function dayToClose(manager: EntityManager, { timeZone, now }: CloseBooks): Promise<string | null> {
  const [{ last, first } = {}] = await manager.query<{ last: string | null; first: Date | null }[]>(
    `SELECT (SELECT max(day)::text FROM book_days) AS last,
       least((SELECT min(placed_at) FROM orders), (SELECT min(refunded_at) FROM refunds)) AS first`,
  );
  const today = dayOf(now, timeZone);
  const next = last ? dayAfter(last) : first && dayOf(first, timeZone);
  return next && next < today ? next : null;
}

async function closeDay(manager: EntityManager, day: string, timeZone: string): Promise<void> {
  const entries = await newEntries(manager, startOf(dayAfter(day), timeZone));
  const [{ last } = { last: 0 }] = await manager.query<{ last: number }[]>(
    'SELECT coalesce(max(number), 0)::float8 AS last FROM book_lines',
  );
  const close = { kind: 'close', day, timeZone, currency: SHOP_CURRENCY, entries: entries.length } as const;
  const lines = [...entries, { ...close, entryId: day }].map(({ entryId, ...line }, index) => {
    const number = last + index + 1;
    return { number, entryId, kind: line.kind, text: bookLineText(numbered(number, line)) };
  });
  await manager.query('INSERT INTO book_days (day, entries) VALUES ($1, $2)', [day, entries.length]);
  await manager.query(
    `INSERT INTO book_lines (number, day, kind, entry_id, line)
     SELECT number, $1, kind, entry_id, line
     FROM unnest($2::bigint[], $3::text[], $4::text[], $5::text[]) AS added (number, kind, entry_id, line)`,
    [
      day,
      lines.map(({ number }) => number),
      lines.map(({ kind }) => kind),
      lines.map(({ entryId }) => entryId),
      lines.map(({ text }) => text),
    ],
  );
}

function numbered(number: number, line: Unnumbered<BookLine>): BookLine {
  return { number, ...line };
}

async function storeDay(source: DataSource, day: string, { store }: CloseBooks): Promise<string> {
  const lines = await source.query<{ line: string }[]>(
    'SELECT line FROM book_lines WHERE day = $1 ORDER BY number',
    [day],
  );
  const key = bookFileKey(day);
  await store(key, bookFileContent(lines.map(({ line }) => line)));
  await source.query('UPDATE book_days SET stored_at = coalesce(stored_at, now()) WHERE day = $1', [day]);
  return key;
}
