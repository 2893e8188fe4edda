import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { shared } from '../parameters';
import type { Stage } from '../stages/stages';

/** The threshold: above a number, or below one ... */
type Threshold =
  { readonly above: number; readonly below?: never } | { readonly below: number; readonly above?: never };

export type AlarmWhen = Threshold & {
  readonly namespace: string;
  readonly metricName: string;
  readonly dimensions?: Readonly<Record<string, string>>;
  readonly statistic: 'Sum' | 'Maximum' | 'Minimum';
  /** ... in this many periods in a row. */
  readonly periods?: number;
  readonly minutes: number;
  /** True when missing data also raises the alarm. */
  readonly alsoWhenMissing?: boolean;
  /** The event, for the person on call. */
  readonly description: string;
  /** The page with the next steps, which ends the description. */
  readonly page: `docs/${string}.md`;
};

/** An alarm that notifies the topic of the observability stack when it starts and when it ends. */
export function alarm(scope: Construct, id: string, stage: Stage, when: AlarmWhen): Alarm {
  const ringing = new Alarm(scope, id, {
    alarmName: `clickstream-${id}${stage.suffix}`,
    alarmDescription: `${when.description} See ${when.page}.`,
    metric: new Metric({
      namespace: when.namespace,
      metricName: when.metricName,
      dimensionsMap: { ...when.dimensions },
      statistic: when.statistic,
      period: Duration.minutes(when.minutes),
    }),
    threshold: when.below ?? when.above,
    comparisonOperator:
      when.below === undefined
        ? ComparisonOperator.GREATER_THAN_THRESHOLD
        : ComparisonOperator.LESS_THAN_THRESHOLD,
    evaluationPeriods: when.periods ?? 1,
    treatMissingData: when.alsoWhenMissing ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
  });
  const alarmActionArn = shared(scope, stage, 'observability/alarm-topic');
  ringing.addAlarmAction({ bind: () => ({ alarmActionArn }) });
  ringing.addOkAction({ bind: () => ({ alarmActionArn }) });
  return ringing;
}
