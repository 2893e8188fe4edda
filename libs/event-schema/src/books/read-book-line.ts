import { TypeCompiler, type TypeCheck, type ValueError } from '@sinclair/typebox/compiler';
import type { TSchema } from '@sinclair/typebox';
import { BOOK_SCHEMAS, type BookKind, type BookLine } from './book-line';

/** A line of the books, or the reason why it is not one. */
export type ReadBookLine =
  { readonly ok: true; readonly line: BookLine } | { readonly ok: false; readonly reason: string };

const checks = new Map<BookKind, TypeCheck<TSchema>>();

/** Checks a value against the contract of the books. Fields that it does not know are no faults. */
export function readBookLine(value: unknown): ReadBookLine {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { ok: false, reason: 'a line must be a JSON object' };
  }
  const { kind } = value as { kind?: unknown };
  if (!isBookKind(kind)) return { ok: false, reason: 'kind: must be order, refund or close' };
  const check = checkFor(kind);
  if (check.Check(value)) return { ok: true, line: value as BookLine };
  return { ok: false, reason: reasonOf(check.Errors(value).First()) };
}

function isBookKind(kind: unknown): kind is BookKind {
  return typeof kind === 'string' && Object.hasOwn(BOOK_SCHEMAS, kind);
}

function checkFor(kind: BookKind): TypeCheck<TSchema> {
  let check = checks.get(kind);
  if (check === undefined) checks.set(kind, (check = TypeCompiler.Compile(BOOK_SCHEMAS[kind] as TSchema)));
  return check;
}

function reasonOf(error: ValueError | undefined): string {
  if (error === undefined) return 'the line does not fit the contract of the books';
  const expected =
    error.value === undefined ? 'is missing' : error.message.charAt(0).toLowerCase() + error.message.slice(1);
  return `${error.path.slice(1).replaceAll('/', '.')}: ${expected}`;
}
