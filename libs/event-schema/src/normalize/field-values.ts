import { LIMITS } from '../limits';
import { numberInText } from './money/number-in-text';
import { truncate } from './text/truncate';

/** Above this, only whole amounts keep their last digits. */
const AMOUNT_LIMIT = 1e15;

/** Decimals that are kept of an amount. */
export const AMOUNT_DECIMALS = 6;

/** The last of the characters that ASCII has for white space. */
const SPACE = 0x20;

const CURRENCY = /^[A-Z]{3}$/;
const CURRENCY_OF_SIGN: ReadonlyMap<string, string> = new Map([
  ['₫', 'VND'],
  ['Đ', 'VND'],
  ['€', 'EUR'],
  ['£', 'GBP'],
]);

/** The words of other ingesters for "none". */
const NO_ID: ReadonlySet<string> = new Set(['null', 'undefined', 'none', 'unknown', 'nan', '(not set)']);

/**
 * A text of at most `max` characters. Numbers and flags count as text; anything else and '' are
 * null.
 */
export function textOf(value: unknown, max: number = LIMITS.maxText): string | null {
  if (typeof value === 'string') {
    if (value === '') return null;
    return truncate(value, max);
  }
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return null;
}

/**
 * An id. Words that mean "none" are null: they would merge thousands of sessions or shoppers into
 * one.
 */
export function idOf(value: unknown): string | null {
  const text = trimmed(textOf(value, LIMITS.maxId));
  return text !== null && text.length <= 9 && NO_ID.has(text.toLowerCase()) ? null : text;
}

/**
 * A text without surrounding white space, which is not part of an id: `' 1001 '` of one sender is
 * `1001` of the next.
 */
function trimmed(text: string | null): string | null {
  if (text === null || (text.charCodeAt(0) > SPACE && text.charCodeAt(text.length - 1) > SPACE)) return text;
  return text.trim() || null;
}

/** An amount of money or a count, from a number or a decimal in text; null for anything else. */
export function amountOf(value: unknown): number | null {
  if (typeof value === 'string') return amountOf(numberInText(value));
  if (Number.isSafeInteger(value)) return value as number;
  if (typeof value !== 'number' || !(Math.abs(value) < AMOUNT_LIMIT)) return null;
  return Number.isInteger(value) ? value : Number(value.toFixed(AMOUNT_DECIMALS));
}

/** An amount of money, which is never negative; null for anything else. */
export function moneyOf(value: unknown): number | null {
  const amount = amountOf(value);
  return amount !== null && amount >= 0 ? amount : null;
}

/**
 * The ISO 4217 code of a value, in any case or as a sign that only one currency has; null for
 * anything else.
 */
export function currencyOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const text = value.trim().toUpperCase();
  return CURRENCY.test(text) ? text : (CURRENCY_OF_SIGN.get(text) ?? null);
}

/**
 * A whole number of at least `minimum` that PostgreSQL's `integer` holds; null for anything else.
 */
export function countOf(value: unknown, minimum = 0): number | null {
  const count = amountOf(value);
  return count !== null && Number.isInteger(count) && count >= minimum && count < 2 ** 31 ? count : null;
}

/** A yes or no in any spelling; null for anything else. */
export function flagOf(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value;
  const text = textOf(value)?.toLowerCase();
  if (text === 'true' || text === '1' || text === 'yes') return true;
  if (text === 'false' || text === '0' || text === 'no') return false;
  return null;
}

/** The value when it is a plain object, else null. */
export function objectOf(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}

/** The plain objects of a list; empty for anything but a list. */
export function objectsOf(value: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter((item) => objectOf(item) !== null) : [];
}
