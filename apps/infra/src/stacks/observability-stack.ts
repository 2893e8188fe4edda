import { Stack } from 'aws-cdk-lib';
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
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
        principals: ['cloudwatch', 'budgets'].map((name) => new ServicePrincipal(`${name}.amazonaws.com`)),
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    );
    const { alarmEmail } = switchesOf(this);
    if (alarmEmail) topic.addSubscription(new EmailSubscription(alarmEmail));
    publish(this, stage, 'observability/alarm-topic', topic.topicArn);
    this.spendAlarm(topic);

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

  /**
   * Reports to the topic when the account has spent four fifths of the bill of the expected events,
   * and when it is about to exceed it. AWS computes both some three times a day.
   */
  private spendAlarm(topic: Topic): void {
    const { suffix, profile, volume } = this.stage;
    const subscribers = [{ subscriptionType: 'SNS', address: topic.topicArn }];
    const when = (notificationType: 'ACTUAL' | 'FORECASTED', threshold: number) => ({
      notification: { notificationType, comparisonOperator: 'GREATER_THAN', threshold },
      subscribers,
    });
    new CfnBudget(this, 'Spend', {
      budget: {
        budgetName: `clickstream-spend${suffix}`,
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: profile.budget.analytics[volume] + profile.budget.shop[volume], unit: 'USD' },
      },
      notificationsWithSubscribers: [when('ACTUAL', 80), when('FORECASTED', 100)],
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
