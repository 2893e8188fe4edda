import { UsageError } from './usage-error';

/** The range of an option's number, and its default. */
export interface NumberRange {
  readonly otherwise: number;
  readonly least: number;
  readonly most?: number;
}

/**
 * Reads a whole number, which may have commas.
 *
 * @throws {UsageError} for a value that is not a whole number of the range
 */
export function wholeNumber(
  option: string,
  given: string | undefined,
  { otherwise, least, most = Number.MAX_SAFE_INTEGER }: NumberRange,
): number {
  if (given === undefined) return otherwise;
  const value = Number(given.replaceAll(',', ''));
  if (given.trim() !== '' && Number.isSafeInteger(value) && value >= least && value <= most) return value;
  const figure = (limit: number) => limit.toLocaleString('en');
  const to = most === Number.MAX_SAFE_INTEGER ? '' : ` to ${figure(most)}`;
  throw new UsageError(`${option} takes a whole number from ${figure(least)}${to}, not "${given}".`);
}
