import { objectOf } from '../../normalize/field-values';
import { nestsTooDeep } from '../../normalize/text/well-formed';

/** Limit for a list in text: a request cannot be longer. */
const MAX_LIST_TEXT = 256 * 1024;

/**
 * A list in one of three forms: a list, an object as PHP writes it after a line was removed (`{"0":
 * …, "2": …}`), or text, as in a column of a table.
 */
export function listOf(value: unknown): unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (typeof value === 'string') return listInText(value);
  const entries = Object.entries(objectOf(value) ?? {});
  const isList = entries.length > 0 && entries.every(([name, item]) => /^\d+$/.test(name) && objectOf(item));
  return isList ? entries.map(([, item]) => item) : undefined;
}

function listInText(text: string): unknown[] | undefined {
  if (!text.trimStart().startsWith('[') || text.length > MAX_LIST_TEXT) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && !nestsTooDeep(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
