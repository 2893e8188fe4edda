import type { Construct } from 'constructs';
import { metricNamespace } from '../etl-metrics';
import type { Stage } from '../stages/stages';
import { alarm, type AlarmWhen } from './alarm';
import type { DebianHost } from './debian-host';

/** An hour with fewer processor credits: the machine is about to slow down, or to cost more. */
const FEW_CREDITS = 10;

/**
 * Alarms of a machine that it cannot raise itself, since it reaches no CloudWatch: processor
 * credits and snapshots.
 *
 * @param page about the restoration of its data
 */
export function hostAlarms(
  scope: Construct,
  name: string,
  stage: Stage,
  { instance, snapshotPolicy }: DebianHost,
  page: AlarmWhen['page'],
): void {
  alarm(scope, `${name}-credits`, stage, {
    namespace: 'AWS/EC2',
    metricName: 'CPUCreditBalance',
    dimensions: { InstanceId: instance.ref },
    statistic: 'Maximum',
    minutes: 60,
    // A new machine begins without credits.
    periods: 4,
    below: FEW_CREDITS,
    description: `The machine of the ${name} has used up its processor credits for four hours.`,
    page: 'docs/runbooks/grow.md',
  });
  alarm(scope, `${name}-snapshots`, stage, {
    namespace: 'AWS/EBS',
    metricName: 'SnapshotsCreateCompleted',
    dimensions: { DLMPolicyId: snapshotPolicy },
    statistic: 'Sum',
    minutes: 24 * 60,
    below: 1,
    alsoWhenMissing: true,
    description: `No snapshot of the ${name} was completed for a day.`,
    page,
  });
}

/** Share of a volume beyond which a heavy month, sorting and the log of writes may fill it. */
export const FULL_SHARE = 0.8;

/** The period of alarms on figures that are written once a day. */
export const DAY_MINUTES = 24 * 60;

/** Age of packages that is reported: a workflow proposes newer ones each week. */
const PATCH_DAYS = 21;

/** An alarm for a machine whose packages are old. */
export function patchAlarm(scope: Construct, id: string, stage: Stage, metricName: string): void {
  alarm(scope, id, stage, {
    namespace: metricNamespace(stage),
    metricName,
    statistic: 'Maximum',
    // It is written once a day.
    minutes: DAY_MINUTES,
    above: PATCH_DAYS,
    description: `The packages of this machine have not been brought up to date for more than ${PATCH_DAYS} days.`,
    page: 'docs/runbooks/patches.md',
  });
}
