import { UsageError } from '@clickstream/command-line';

/** A day of an option, as `YYYY-MM-DD`. @throws {UsageError} for a day that does not exist */
export function dayOf(option: string, given: string | undefined): string | undefined {
  if (given === undefined) return undefined;
  const time = /^\d{4}-\d{2}-\d{2}$/.test(given) ? Date.parse(`${given}T00:00Z`) : Number.NaN;
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(given)) return given;
  throw new UsageError(`${option} takes a day such as 2026-11-23, not "${given}".`);
}
