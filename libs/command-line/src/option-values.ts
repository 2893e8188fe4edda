import { UsageError } from './usage-error';

/** Reads a web address. @throws {UsageError} */
export function webAddress(option: string, given: string): string {
  if (URL.canParse(given)) return given;
  throw new UsageError(`${option} takes an address such as http://127.0.0.1:4300, not "${given}".`);
}

/** Reads one of a few words. @throws {UsageError} */
export function oneOf<T extends string>(option: string, given: string | undefined, allowed: readonly T[]): T {
  const found = allowed.find((word) => word === given);
  if (found !== undefined) return found;
  throw new UsageError(`${option} takes ${allowed.join(' or ')}, not "${given ?? ''}".`);
}
