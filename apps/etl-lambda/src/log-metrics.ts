import { isDailyHour, writeMetrics } from '@clickstream/lambda-runtime/metrics';
import type { BooksHealth, WarehouseHealth } from '@clickstream/warehouse-load';

/** Writes the metrics of a run. @param namespace where CloudWatch stores them */
export function logMetrics(health: WarehouseHealth & BooksHealth, namespace: string, at: Date): void {
  writeMetrics(
    {
      LedgerGap: { unit: 'Count', value: health.ledgerGap },
      Quarantined: { unit: 'Count', value: health.quarantined },
      EtlLagMinutes: { unit: 'None', value: health.lagMinutes },
      NewAlerts: { unit: 'Count', value: health.newAlerts },
      BooksDiffer: { unit: 'Count', value: health.booksDiffer },
      WarehouseGiB: { unit: 'Gigabytes', value: health.gib },
      WarehousePatchAgeDays: { unit: 'None', value: isDailyHour(at) ? health.patchAgeDays : null },
    },
    namespace,
    at,
  );
}
