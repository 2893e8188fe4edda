import type { BooksHealth, WarehouseHealth } from '@clickstream/warehouse-load';

/**
 * Writes metrics as one line of CloudWatch's embedded metric format, which needs no connection to
 * CloudWatch from the private subnet. `apps/infra` sets alarms on them by these names.
 *
 * @param namespace where CloudWatch stores them; each stage has its own, or one stage's
 *   lag would ring for the other
 */
export function logMetrics(
  { ledgerGap, quarantined, lagMinutes, newAlerts, gib, booksDiffer }: WarehouseHealth & BooksHealth,
  namespace: string,
  at: Date,
): void {
  const line = {
    _aws: {
      Timestamp: at.getTime(),
      CloudWatchMetrics: [
        {
          Namespace: namespace,
          Dimensions: [[]],
          Metrics: [
            { Name: 'LedgerGap', Unit: 'Count' },
            { Name: 'Quarantined', Unit: 'Count' },
            { Name: 'EtlLagMinutes', Unit: 'None' },
            { Name: 'NewAlerts', Unit: 'Count' },
            { Name: 'BooksDiffer', Unit: 'Count' },
            { Name: 'WarehouseGiB', Unit: 'Gigabytes' },
          ],
        },
      ],
    },
    LedgerGap: ledgerGap,
    Quarantined: quarantined,
    EtlLagMinutes: lagMinutes,
    NewAlerts: newAlerts,
    BooksDiffer: booksDiffer,
    WarehouseGiB: gib,
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
