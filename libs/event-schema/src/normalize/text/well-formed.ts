/**
 * Values nested deeper are refused: no event needs them, and each layer costs stack here and in
 * PostgreSQL.
 */
export const MAX_NESTING = 32;

const REFUSED = /\\u0000|\\ud[89a-f]/i;

/**
 * True when JSON text may hold what PostgreSQL refuses: a NUL, or half a surrogate pair. It is also
 * true for a whole pair, for which cleaning changes nothing.
 */
export function isRefusedInJson(jsonText: string): boolean {
  return jsonText.includes('\\u') && REFUSED.test(jsonText);
}

/**
 * The same value with U+FFFD for NUL and for half surrogate pairs, in names too. A value that nests
 * too deep becomes null.
 */
export function wellFormed(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return wellFormedText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > 2 * MAX_NESTING) return null;
  if (Array.isArray(value)) return value.map((inner) => wellFormed(inner, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [wellFormedText(name), wellFormed(inner, depth + 1)]),
  );
}

/** True when a value has more layers than are kept. */
export function nestsTooDeep(value: unknown, layersLeft = MAX_NESTING): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (layersLeft === 0) return true;
  // The value was read from JSON: all its fields are own fields, and a list is iterated like an
  // object.
  for (const name in value) {
    if (nestsTooDeep((value as Record<string, unknown>)[name], layersLeft - 1)) return true;
  }
  return false;
}

function wellFormedText(text: string): string {
  return Buffer.from(text.replaceAll('\0', '\uFFFD')).toString();
}
