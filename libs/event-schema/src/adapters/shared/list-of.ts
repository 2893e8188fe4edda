import { objectOf } from '../../normalize/field-values';
import { nestsTooDeep } from '../../normalize/text/well-formed';

/** No list of lines is longer in text than a request may be. */
const MAX_LIST_TEXT = 256 * 1024;

/**
 * A list: as such, as PHP writes it where a line was taken out (`{"0": …, "2": …}`), or as a
 * table's column has it, in text.
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
