export { BOOKS_PREFIX, bookFileContent, bookFileKey, bookLineText, isBookFile } from './book-file';
export type { BookClose, BookKind, BookLine, BookOrder, BookRefund } from './book-line';
export { readBookLine, type ReadBookLine } from './read-book-line';
