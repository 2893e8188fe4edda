import { nestsTooDeep, wellFormed } from './well-formed';

/**
 * JSON text of a value that was read from JSON. The inner layers are left out where it nests deeper
 * than events may: writing them would exceed the call stack.
 */
export function jsonTextOf(value: unknown): string | undefined {
  return JSON.stringify(nestsTooDeep(value) ? wellFormed(value) : value);
}
