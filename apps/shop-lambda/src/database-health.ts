import { writeMetrics } from '@clickstream/lambda-runtime/metrics';
import { PATCH_AGE } from '@clickstream/lambda-runtime/patch-age';
import type { ShopDatabase } from './shop-database';

interface Health {
  readonly gib: number;
  readonly age: number | null;
}

/**
 * Writes the size of the database, without the log of writes, and the days since its machine was
 * patched, which the installation there tells the database.
 *
 * @param namespace where CloudWatch stores them
 */
export async function logDatabaseHealth(database: ShopDatabase, namespace: string, now: Date): Promise<void> {
  const [health] = await database.query<Health[]>(
    `SELECT pg_database_size(current_database())::float / (1 << 30) AS gib, ${PATCH_AGE} AS age`,
  );
  writeMetrics(
    {
      ShopDatabaseGiB: { unit: 'Gigabytes', value: health ? Math.round(health.gib * 1000) / 1000 : null },
      ShopDatabasePatchAgeDays: { unit: 'None', value: health?.age ?? null },
    },
    namespace,
    now,
  );
}
