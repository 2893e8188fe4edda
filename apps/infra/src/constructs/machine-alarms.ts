import type { Construct } from 'constructs';
import { metricNamespace } from '../etl-metrics';
import type { Stage } from '../stages/stages';
import { alarm } from './alarm';

/** Share of a volume beyond which a heavy month, sorting and the log of writes may fill it. */
export const FULL_SHARE = 0.8;

/** The period of alarms on figures that are written once a day. */
export const DAY_MINUTES = 24 * 60;

/** An alarm for a machine whose packages are older than so many days. */
export function patchAlarm(
  scope: Construct,
  id: string,
  stage: Stage,
  metricName: string,
  days: number,
): void {
  alarm(scope, id, stage, {
    namespace: metricNamespace(stage),
    metricName,
    statistic: 'Maximum',
    // It is written once a day.
    minutes: DAY_MINUTES,
    above: days,
    description: `The packages of this machine have not been brought up to date for more than ${days} days.`,
    page: 'docs/runbooks/patches.md',
  });
}
