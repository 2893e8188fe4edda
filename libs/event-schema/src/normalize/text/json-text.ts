import { nestsTooDeep, wellFormed } from './well-formed';

/**
 * JSON text of a value that was read from JSON. Of one that nests deeper than events may, the inner
 * layers are left out: to write them takes more call stack than there is.
 */
export function jsonTextOf(value: unknown): string | undefined {
  return JSON.stringify(nestsTooDeep(value) ? wellFormed(value) : value);
}
