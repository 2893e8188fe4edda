import type { NumberCheck } from '../number-check';
import { breakdownNumbers } from './breakdown-numbers';
import type { Check } from './check';
import { funnelNumbers } from './funnel-numbers';
import type { Session } from './hits';
import { orderNumbers } from './order-numbers';
import { visitNumbers } from './visit-numbers';

/** Published numbers of a file, by name. */
export type KnownNumbers = Readonly<Record<string, string>>;

/**
 * The numbers of a Universal Analytics export: how the file counts them, and
 * where the warehouse has them.
 */
export function merchandiseStoreNumbers(sessions: readonly Session[], known: KnownNumbers): NumberCheck[] {
  const check: Check = (name, counted, sql, theirs) => ({
    name,
    counted: String(counted),
    known: known[name] ?? null,
    sql,
    ...(theirs && theirs.value !== String(counted) ? { theirs } : {}),
  });
  return [visitNumbers, funnelNumbers, orderNumbers, breakdownNumbers].flatMap((numbersOf) =>
    numbersOf(sessions, check),
  );
}
