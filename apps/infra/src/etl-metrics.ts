import type { Stage } from './stages';

/** Metrics that the ETL writes into its log lines (embedded metric format), since a private function reaches no CloudWatch. */
export const ETL_METRICS = {
  lag: { metricName: 'EtlLagMinutes', title: 'Minutes that the warehouse is behind' },
  gap: { metricName: 'LedgerGap', title: 'Events that the ledger misses' },
  quarantined: { metricName: 'Quarantined', title: 'Events in quarantine' },
} as const;

/** Where CloudWatch keeps them. Two stages in one account must not ring, or be silent, for each other. */
export function metricNamespace({ suffix }: Pick<Stage, 'suffix'>): string {
  return `Clickstream${suffix}`;
}
