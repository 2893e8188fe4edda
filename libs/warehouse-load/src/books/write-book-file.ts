import { BOOK_DAYS, BOOK_ENTRIES, BOOK_QUARANTINE, type Table } from '@clickstream/dw-models/tables';
import type { ClientBase } from 'pg';
import type { ListedObject } from '../bucket/raw-source';
import { deltaArrays } from '../copy/upsert';
import { inTransaction } from '../warehouse/transaction';
import { browserOfEntry, type BookEntry, type BookFile, type ClosedDay } from './read-book-file';

const ENTRY = {
  line: ({ line }: BookEntry) => line,
  number: ({ value }: BookEntry) => value.number,
  kind: ({ value }: BookEntry) => value.kind,
  entry_id: ({ value }: BookEntry) => withoutNul(value.kind === 'order' ? value.orderId : value.refundId),
  order_id: ({ value }: BookEntry) => withoutNul(value.orderId),
  at: ({ value }: BookEntry) => value.at,
  amount: ({ value }: BookEntry) => value.amount,
  currency: ({ value }: BookEntry) => value.currency,
  cart_id: ({ value }: BookEntry) => (value.kind === 'order' ? withoutNul(value.cartId) : null),
  by_browser: ({ value }: BookEntry) => (value.kind === 'order' ? value.byBrowser : null),
  browser: (entry: BookEntry) => browserOfEntry(entry).browser,
  device: (entry: BookEntry) => browserOfEntry(entry).device,
  consent: ({ value }: BookEntry) => (value.kind === 'order' ? value.consent : null),
  is_staff: ({ value }: BookEntry) => (value.kind === 'order' ? value.isStaff : null),
};

const DAY = {
  line: ({ line }: ClosedDay) => line,
  number: ({ value }: ClosedDay) => value.number,
  day: ({ value }: ClosedDay) => value.day,
  time_zone: ({ value }: ClosedDay) => value.timeZone,
  currency: ({ value }: ClosedDay) => value.currency,
  entries: ({ value }: ClosedDay) => value.entries,
};

type Unreadable = BookFile['unreadable'][number];
const UNREADABLE = {
  line: ({ line }: Unreadable) => line,
  number: ({ number }: Unreadable) => number,
  reason: ({ reason }: Unreadable) => withoutNul(reason),
  raw: ({ raw }: Unreadable) => withoutNul(raw),
};

/**
 * Writes a file of the books in one transaction, in place of what the file held before: so each of
 * its lines is in the warehouse once, however often and in whatever order files are loaded.
 */
export async function writeBookFile(
  client: ClientBase,
  { key, etag, sizeBytes }: ListedObject,
  { entries, days, unreadable }: BookFile,
  runId: number,
): Promise<void> {
  await inTransaction(client, async () => {
    const read = entries.length + days.length;
    await client.query(
      `INSERT INTO book_files (object_key, etag, size_bytes, lines, entries, quarantined, run_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (object_key) DO UPDATE SET etag = excluded.etag, size_bytes = excluded.size_bytes, lines = excluded.lines,
         entries = excluded.entries, quarantined = excluded.quarantined, run_id = excluded.run_id, loaded_at = now()`,
      [key, etag, sizeBytes, read + unreadable.length, read, unreadable.length, runId],
    );
    await replaceLines(client, BOOK_ENTRIES, key, ENTRY, entries);
    await replaceLines(client, BOOK_DAYS, key, DAY, days);
    await replaceLines(client, BOOK_QUARANTINE, key, UNREADABLE, unreadable);
  });
}

async function replaceLines<Line>(
  client: ClientBase,
  { name, columns }: Table,
  key: string,
  values: Readonly<Record<string, (line: Line) => unknown>>,
  lines: readonly Line[],
): Promise<void> {
  await client.query(`DELETE FROM ${name} WHERE object_key = $1`, [key]);
  if (lines.length === 0) return;
  const names = Object.keys(values);
  const arrays = names.map((column, index) => `$${index + 2}::${columns[column]?.type}[]`);
  await client.query(
    `INSERT INTO ${name} (object_key, ${names.join(', ')})
     SELECT $1, * FROM unnest(${arrays.join(', ')}) AS added (${names.join(', ')})`,
    [key, ...deltaArrays(values, lines)],
  );
}

/** Text without the one character that PostgreSQL cannot hold. */
function withoutNul(text: string | null | undefined): string | null {
  return text?.replaceAll('\0', '\uFFFD') ?? null;
}
