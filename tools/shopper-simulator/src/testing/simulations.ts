import { simulate, type SimulationOptions } from '../visits/simulate';
import type { SimulatedSession } from '../visits/visit';

/** Default simulation of `npm run simulate`, up to a fixed time. */
export const A_MONTH: SimulationOptions = {
  seed: 7,
  days: 30,
  sessionsPerDay: 120,
  until: new Date('2026-11-23T09:00:00Z'),
};

let month: readonly SimulatedSession[] | undefined;

/** The sessions of {@link A_MONTH}, simulated once for each test file. */
export function aMonth(): readonly SimulatedSession[] {
  return (month ??= [...simulate(A_MONTH)]);
}
