import { Stack } from 'aws-cdk-lib';
import { Dashboard, GraphWidget, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { publish } from '../parameters';
import { ETL_METRICS, metricNamespace } from '../etl-metrics';
import type { Stage } from '../stages/stages';
import { switchesOf } from '../switches';

/** Topic of the alarms, and a dashboard of ingest and load. */
export class ObservabilityStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    private readonly stage: Stage,
  ) {
    super(scope, id, {
      stackName: `clickstream-observability${stage.suffix}`,
      description: 'Clickstream: alarm topic and dashboard',
      env: { region: stage.region },
    });
    const topic = new Topic(this, 'Alarms', {
      topicName: `clickstream-alarms${stage.suffix}`,
      enforceSSL: true,
    });
    topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    );
    const { alarmEmail } = switchesOf(this);
    if (alarmEmail) topic.addSubscription(new EmailSubscription(alarmEmail));
    publish(this, stage, 'observability/alarm-topic', topic.topicArn);

    new Dashboard(this, 'Dashboard', {
      dashboardName: `clickstream${stage.suffix}`,
      widgets: [
        [
          this.ofLambda('Events that arrive: calls of the ingest Lambda', 'clickstream-lambda-ingest', [
            'Invocations',
            'Errors',
            'Throttles',
          ]),
          this.ofLambda('Runs of the ETL', 'SBW_Lamda_ETL', ['Invocations', 'Errors']),
        ],
        Object.values(ETL_METRICS).map(
          ({ metricName, title }) =>
            new GraphWidget({
              title,
              width: Math.floor(24 / Object.keys(ETL_METRICS).length),
              left: [new Metric({ namespace: metricNamespace(stage), metricName })],
            }),
        ),
      ],
    });
  }

  private ofLambda(title: string, name: string, metrics: string[]): GraphWidget {
    const dimensionsMap = { FunctionName: `${name}${this.stage.suffix}` };
    return new GraphWidget({
      title,
      width: 12,
      left: metrics.map(
        (metricName) => new Metric({ namespace: 'AWS/Lambda', metricName, dimensionsMap, statistic: 'Sum' }),
      ),
    });
  }
}
