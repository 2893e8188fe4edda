/**
 * NUL and halves of a surrogate pair, which PostgreSQL refuses in text, and other
 * invisible control characters.
 */
const UNSTORABLE = /(?![\t\n\r])\p{Cc}|\p{Surrogate}/gu;

/** Text without invisible characters that a database cannot hold. Line feeds and tabs stay. */
export function storableText(text: string): string {
  return text.replace(UNSTORABLE, '');
}

/** The same for every text inside a value. */
export function storable(value: unknown): unknown {
  if (typeof value === 'string') return storableText(value);
  if (Array.isArray(value)) return value.map(storable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, storable(inner)]));
}
