import { Duration } from 'aws-cdk-lib';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { metricNamespace, OUTBOX_METRIC } from '../../etl-metrics';
import { shared } from '../../parameters';
import type { Stage } from '../../stages/stages';
import { alarm } from '../alarm';
import { callOnSchedule } from './call-on-schedule';
import { LambdaFunction } from '../lambda-function';

/** Hours for which an event may wait: a failure of ingest that mends itself is shorter. */
const LATE_HOURS = 3;

/**
 * The courier of the shop's outbox: the same bundle outside of the network, since the private side
 * reaches no API. It asks the function that has the database for rows, and posts them to ingest.
 */
export class OutboxCourier extends Construct {
  constructor(scope: Construct, id: string, { stage, shop }: { stage: Stage; shop: Function }) {
    super(scope, id);
    const courier = new LambdaFunction(this, 'Function', {
      stage,
      app: 'shop-lambda',
      name: 'clickstream-lambda-courier',
      description: "Delivers the shop's own events to ingest",
      memoryMiB: 256,
      timeout: Duration.minutes(2),
      environment: {
        SHOP_LAMBDA_NAME: shop.functionName,
        CLICKSTREAM_ENDPOINT: shared(this, stage, 'ingest/endpoint'),
      },
      isCalledByVisitors: true,
    });
    courier.allow({ actions: ['lambda:InvokeFunction'], resources: [shop.functionArn] });
    callOnSchedule(this, {
      id: 'Schedule',
      roleId: 'ScheduleRole',
      name: `clickstream-deliver-events${stage.suffix}`,
      description: "Delivers the shop's own events",
      cron: '1/5 * * * ? *',
      target: courier.function,
      input: { operation: 'deliverEvents' },
      maximumAgeSeconds: 300,
    });
    alarm(this, 'shop-outbox-late', stage, {
      namespace: metricNamespace(stage),
      metricName: OUTBOX_METRIC,
      statistic: 'Maximum',
      minutes: 60,
      above: LATE_HOURS,
      description: 'An order waits for hours until ingest has its event. Nothing is lost yet.',
      page: 'docs/runbooks/outbox.md',
    });
  }
}
