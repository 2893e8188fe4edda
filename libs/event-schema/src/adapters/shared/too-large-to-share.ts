import { LIMITS } from '../../limits';
import { nestsTooDeep } from '../../normalize/text/well-formed';

/**
 * True when the part of a request that each of its events repeats is too long, or nests too deep to
 * be written.
 */
export function tooLargeToShare(value: unknown): boolean {
  return nestsTooDeep(value) || (JSON.stringify(value)?.length ?? 0) > LIMITS.maxShared;
}
