import type { BookLine } from './book-line';

/** The folder of the bucket with the books of the shop. */
export const BOOKS_PREFIX = 'orders/';

/** A file below the folder of a day; not one that other tools hide by an underscore or a point. */
const BOOK_FILE = /^orders\/\d{4}\/\d{2}\/\d{2}\/(?:.*\/)?[^/_.][^/]*$/;

/** True when a key is that of a file of the books. */
export function isBookFile(key: string): boolean {
  return BOOK_FILE.test(key);
}

/** The key of a day's file, `orders/YYYY/MM/DD/books.jsonl`. @param day YYYY-MM-DD */
export function bookFileKey(day: string): string {
  return `${BOOKS_PREFIX}${day.replaceAll('-', '/')}/books.jsonl`;
}

/** A line as it is written: its fields in the order of the contract. */
export function bookLineText(line: BookLine): string {
  return JSON.stringify(line);
}

/** The content of a file, from lines as `bookLineText` writes them. */
export function bookFileContent(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
