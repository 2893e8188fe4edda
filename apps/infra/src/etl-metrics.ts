import type { Stage } from './stages/stages';

/**
 * Metrics that the ETL writes into its log lines (embedded metric format), since a function in the
 * private subnet cannot reach CloudWatch.
 */
export const ETL_METRICS = {
  lag: { metricName: 'EtlLagMinutes', title: 'Minutes that the warehouse is behind' },
  gap: { metricName: 'LedgerGap', title: 'Events that the ledger misses' },
  quarantined: { metricName: 'Quarantined', title: 'Events in quarantine' },
  books: { metricName: 'BooksDiffer', title: 'Orders that the books and analytics do not share' },
  size: { metricName: 'WarehouseGiB', title: 'GiB of clickstream_dw' },
  alerts: { metricName: 'NewAlerts', title: 'Alerts about the shop' },
} as const;

/** The metric of the nightly compaction, likewise. */
export const LAKE_METRICS = {
  left: { metricName: 'LakeStepsLeft', title: 'Days and facts that the lake lacks' },
} as const;

/** Metrics of the machines, which the functions that use their databases write into log lines. */
export const MACHINE_METRICS = {
  warehousePatches: 'WarehousePatchAgeDays',
  shopPatches: 'ShopDatabasePatchAgeDays',
  shopSize: 'ShopDatabaseGiB',
} as const;

/** The metric of the shop's outbox, written while an event in it is late. */
export const OUTBOX_METRIC = 'OutboxOldestHours';

/**
 * Namespace in CloudWatch, one for each stage, so that no stage triggers or hides another's alarm.
 */
export function metricNamespace({ suffix }: Pick<Stage, 'suffix'>): string {
  return `Clickstream${suffix}`;
}
