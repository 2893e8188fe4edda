import type { WarehouseHealth } from './ledger/warehouse-health';

/** Where CloudWatch keeps the metrics; `apps/infra` puts alarms on them by these names. */
const NAMESPACE = 'Clickstream';

/**
 * Writes metrics as one line of CloudWatch's embedded metric format, which needs no way to CloudWatch from the private
 * subnet.
 */
export function logMetrics({ ledgerGap, quarantined, lagMinutes }: WarehouseHealth, at: Date): void {
  const line = {
    _aws: {
      Timestamp: at.getTime(),
      CloudWatchMetrics: [
        {
          Namespace: NAMESPACE,
          Dimensions: [[]],
          Metrics: [
            { Name: 'LedgerGap', Unit: 'Count' },
            { Name: 'Quarantined', Unit: 'Count' },
            { Name: 'EtlLagMinutes', Unit: 'None' },
          ],
        },
      ],
    },
    LedgerGap: ledgerGap,
    Quarantined: quarantined,
    EtlLagMinutes: lagMinutes,
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
