import type { Function } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { ETL_METRICS, MACHINE_METRICS, metricNamespace } from '../etl-metrics';
import type { Stage } from '../stages/stages';
import { alarm } from './alarm';
import { FULL_SHARE, patchAlarm } from './host-alarms';

/** Alarms of the ETL: failed runs, late data, numbers that do not close, the state of the shop. */
export function etlAlarms(scope: Construct, stage: Stage, etl: Function, failed: Queue): void {
  alarm(scope, 'etl-errors', stage, {
    namespace: 'AWS/Lambda',
    metricName: 'Errors',
    dimensions: { FunctionName: etl.functionName },
    statistic: 'Sum',
    minutes: 60,
    above: 0,
    description:
      'A run of the ETL failed. Nothing is lost: the next run loads its objects. Its log names the reason.',
    page: 'docs/runbooks/etl.md',
  });
  alarm(scope, 'etl-gave-up', stage, {
    namespace: 'AWS/SQS',
    metricName: 'ApproximateNumberOfMessagesVisible',
    dimensions: { QueueName: failed.queueName },
    statistic: 'Maximum',
    minutes: 60,
    above: 0,
    description: 'A call of the ETL failed after all retries and is in clickstream-etl-failed.',
    page: 'docs/runbooks/etl.md',
  });
  alarm(scope, 'etl-lag', stage, {
    namespace: metricNamespace(stage),
    metricName: ETL_METRICS.lag.metricName,
    statistic: 'Maximum',
    minutes: 60,
    periods: 2,
    above: 120,
    alsoWhenMissing: true,
    description: 'The warehouse is more than two hours behind, or no run of the ETL ended for two hours.',
    page: 'docs/runbooks/etl.md',
  });
  alarm(scope, 'ledger-gap', stage, {
    namespace: metricNamespace(stage),
    metricName: ETL_METRICS.gap.metricName,
    statistic: 'Maximum',
    minutes: 60,
    above: 0,
    description:
      'The ledger of an hour does not close: events that were received are neither loaded nor explained.',
    page: 'docs/runbooks/ledger-gap.md',
  });
  alarm(scope, 'quarantined', stage, {
    namespace: metricNamespace(stage),
    metricName: ETL_METRICS.quarantined.metricName,
    statistic: 'Maximum',
    minutes: 60,
    above: 100,
    description: 'More than a hundred events are in quarantine.',
    page: 'docs/runbooks/replay.md',
  });
  alarm(scope, 'shop', stage, {
    namespace: metricNamespace(stage),
    metricName: ETL_METRICS.alerts.metricName,
    statistic: 'Maximum',
    minutes: 60,
    above: 0,
    description:
      'Visits, orders, revenue or tracking are far from what this hour usually brings. The log of the ETL and the tab Trust name them.',
    page: 'docs/alerts.md',
  });
  alarm(scope, 'books', stage, {
    namespace: metricNamespace(stage),
    metricName: ETL_METRICS.books.metricName,
    statistic: 'Maximum',
    minutes: 60,
    above: 0,
    description:
      'Orders or refunds of a closed day differ between the books of the shop and analytics without an explanation, or a line of the books is missing. The tab Books names each.',
    page: 'docs/books.md',
  });
  alarm(scope, 'warehouse-disk', stage, {
    namespace: metricNamespace(stage),
    metricName: ETL_METRICS.size.metricName,
    statistic: 'Maximum',
    minutes: 60,
    above: FULL_SHARE * stage.profile.warehouse.dataGiB,
    description: 'clickstream_dw takes four fifths of its volume.',
    page: 'docs/runbooks/disk-full.md',
  });
  // A workflow proposes new packages each week.
  patchAlarm(scope, 'warehouse-patches', stage, MACHINE_METRICS.warehousePatches);
}
