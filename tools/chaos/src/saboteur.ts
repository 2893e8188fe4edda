import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { EtlLanes } from './etl-lanes';
import type { TestBed } from './test-bed';

const PATIENCE_MS = 120_000;

/** Faults of the platform while events arrive. */
export type Sabotage = 'kill the ETL' | 'stop PostgreSQL' | 'crash PostgreSQL';

/** Number of times that each was done. */
export type Damage = Record<Sabotage, number>;

/** The order in which things go wrong: PostgreSQL stops and crashes between the kills. */
export function plannedSabotage(kills: number): Sabotage[] {
  const plan: Sabotage[] = Array<Sabotage>(kills).fill('kill the ETL');
  plan.splice(Math.ceil(kills / 3), 0, 'stop PostgreSQL');
  plan.splice(Math.ceil((2 * kills) / 3) + 1, 0, 'crash PostgreSQL');
  return plan;
}

/** Does what is planned, once, at the next load. @returns whether there was one */
export async function sabotage(
  plan: Sabotage,
  watch: LoadWatch,
  testBed: TestBed,
  lanes: EtlLanes,
): Promise<boolean> {
  if (!(await watch.nextLoad())) return false;
  if (plan === 'kill the ETL') return lanes.killAll() > 0;
  const failedBefore = lanes.counts.failed;
  await testBed.stopPostgres(plan === 'stop PostgreSQL');
  await until(() => Promise.resolve(lanes.counts.failed > failedBefore));
  await testBed.startPostgres();
  return true;
}

/** Waits for loads. */
export interface LoadWatch {
  /**
   * Waits for a moment at which the ETL has written something that is not committed
   * yet. @returns false for none
   */
  nextLoad(): Promise<boolean>;
}

/** Connects to PostgreSQL, so that the first look costs no time. */
export async function watchLoads(superuserUrl: string): Promise<LoadWatch> {
  const client = new pg.Client({ connectionString: superuserUrl });
  client.on('error', () => undefined);
  await client.connect();
  return {
    async nextLoad() {
      try {
        // A transaction with an earlier statement: that a run has begun is written by a single one.
        return await until(async () => {
          const { rowCount } = await client.query(
            `SELECT FROM pg_stat_activity
             WHERE application_name = 'etl' AND backend_xid IS NOT NULL AND xact_start < query_start`,
          );
          return rowCount !== 0;
        });
      } finally {
        await client.end();
      }
    },
  };
}

async function until(isSo: () => Promise<boolean>): Promise<boolean> {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    if (await isSo()) return true;
    await sleep(2);
  }
  return false;
}
