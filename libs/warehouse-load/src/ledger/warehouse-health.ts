import { PATCH_AGE } from '@clickstream/lambda-runtime/patch-age';
import type { ClientBase } from 'pg';

/** Figures for the alarms after a run. */
export interface WarehouseHealth {
  /** Events of the touched hours that the ledger cannot account for; 0 when it closes. */
  readonly ledgerGap: number;
  /** Lines that wait in quarantine. */
  readonly quarantined: number;
  /** Minutes since everything received until then was loaded; 0 before the first run. */
  readonly lagMinutes: number;
  /** Alerts that the last run raised. */
  readonly newAlerts: number;
  /** Size of the database, without the log of writes. */
  readonly gib: number;
  /** Days since its machine was patched; null where the machine has not told. */
  readonly patchAgeDays: number | null;
}

/**
 * Compares the ledger of these hours with the counts of ingest and with the manifest. It does not
 * count rows: that reads the whole table, as `npm run status` does.
 *
 * @param hours in milliseconds since 1970
 */
export async function warehouseHealth(
  client: ClientBase,
  hours: readonly number[],
): Promise<WarehouseHealth> {
  const { rows } = await client.query<{
    gap: string;
    quarantined: string;
    lag: number | null;
    alerts: number;
    gib: number;
    age: number | null;
  }>(
    `WITH manifest AS (
       SELECT hour, sum(lines - rejected) AS stored, sum(rejected) AS rejected, sum(loaded) AS loaded,
         sum(quarantined) AS quarantined
       FROM etl_objects WHERE hour = ANY($1) GROUP BY hour
     )
     SELECT
       (SELECT coalesce(sum(abs(ledger.received - ledger.stored - ledger.rejected)
          + abs(ledger.stored - manifest.stored) + abs(ledger.rejected - manifest.rejected)
          + abs(ledger.loaded - manifest.loaded) + abs(ledger.quarantined - manifest.quarantined)), 0)
        FROM ledger_hourly AS ledger JOIN manifest USING (hour)) AS gap,
       (SELECT count(*) FROM etl_quarantine WHERE resolved_at IS NULL) AS quarantined,
       (SELECT extract(epoch FROM now() - coalesce(max(complete_until), min(started_at)))::float / 60
        FROM etl_runs) AS lag,
       (SELECT count(*) FROM alerts WHERE run_id = (SELECT max(run_id) FROM etl_runs))::integer AS alerts,
       pg_database_size(current_database())::float / (1 << 30) AS gib,
       ${PATCH_AGE} AS age`,
    [hours.map((hour) => new Date(hour))],
  );
  const [{ gap = 0, quarantined = 0, lag = 0, alerts = 0, gib = 0, age = null } = {}] = rows;
  return {
    ledgerGap: Number(gap),
    quarantined: Number(quarantined),
    lagMinutes: Math.round((lag ?? 0) * 100) / 100,
    newAlerts: alerts,
    gib: Math.round(gib * 1000) / 1000,
    patchAgeDays: age,
  };
}
