import { LIMITS } from '../../limits';
import { nestsTooDeep } from '../../normalize/text/well-formed';

/**
 * Tells of what every event of a request repeats that it is too long, or too
 * deep to be written at all.
 */
export function tooLargeToShare(value: unknown): boolean {
  return nestsTooDeep(value) || (JSON.stringify(value)?.length ?? 0) > LIMITS.maxShared;
}
