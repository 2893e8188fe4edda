import { counted, figure, type Check } from './check';
import type { Fault } from '../fault-proxy';
import type { Damage, Sabotage } from '../saboteur';

/** Faults that were made on purpose. */
export interface Troubles {
  readonly plan: readonly Sabotage[];
  readonly done: Readonly<Damage>;
  readonly lanes: { readonly runs: number; readonly failed: number };
  readonly faults: Readonly<Record<Fault, number>>;
}

/** The trouble was there: without it, the other checks say nothing. */
export function checkTroubles({ plan, done, lanes, faults }: Troubles): Check[] {
  const kills = plan.filter((step) => step === 'kill the ETL').length;
  return [
    {
      name: 'The ETL was killed in the middle of a load',
      holds: done['kill the ETL'] === kills,
      detail: `${done['kill the ETL']} of ${counted(kills, 'kill')}; ${figure(lanes.runs)} runs, two at a time, ${lanes.failed} failed`,
    },
    {
      name: 'PostgreSQL was stopped, and killed, during a load',
      holds: done['stop PostgreSQL'] === 1 && done['crash PostgreSQL'] === 1,
      detail: `${counted(done['stop PostgreSQL'], 'stop')}, ${counted(done['crash PostgreSQL'], 'kill')}`,
    },
    {
      name: 'S3 failed',
      holds: faults.busy > 0 && faults['cut off'] > 0 && faults.reset > 0,
      detail: `${figure(faults.busy)} × 503, ${figure(faults['cut off'])} answers cut off, ${figure(faults.reset)} connections reset`,
    },
  ];
}
