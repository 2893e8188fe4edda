import { Template } from 'aws-cdk-lib/assertions';
import { clickstreamApp } from '../clickstream-app';
import { stageFrom } from '../config';
import type { ObservabilityStack } from './observability-stack';

const stage = stageFrom({});
const template = Template.fromStack(
  clickstreamApp(stage).node.findChild('Observability') as ObservabilityStack,
);
const topic = Object.keys(template.findResources('AWS::SNS::Topic'))[0];

it('reports to the alarm topic before more is spent than the expected events cost', () => {
  const { budget } = stage.profile;
  template.hasResourceProperties('AWS::Budgets::Budget', {
    Budget: {
      BudgetType: 'COST',
      TimeUnit: 'MONTHLY',
      BudgetLimit: { Amount: budget.analytics[stage.volume] + budget.shop[stage.volume], Unit: 'USD' },
    },
    NotificationsWithSubscribers: [
      {
        Notification: { NotificationType: 'ACTUAL', ComparisonOperator: 'GREATER_THAN', Threshold: 80 },
        Subscribers: [{ SubscriptionType: 'SNS', Address: { Ref: topic } }],
      },
      {
        Notification: { NotificationType: 'FORECASTED', ComparisonOperator: 'GREATER_THAN', Threshold: 100 },
        Subscribers: [{ SubscriptionType: 'SNS', Address: { Ref: topic } }],
      },
    ],
  });
});

it('lets alarms and budgets of this account publish to the topic, and nobody else', () => {
  const [policy] = Object.values(template.findResources('AWS::SNS::TopicPolicy'));
  const statements = (policy?.['Properties'].PolicyDocument.Statement ?? []) as {
    Effect: string;
    Principal: { Service: string[] };
    Condition: object;
  }[];
  const allowed = statements.filter(({ Effect }) => Effect === 'Allow');
  expect(allowed.flatMap(({ Principal }) => Principal.Service).sort()).toEqual([
    'budgets.amazonaws.com',
    'cloudwatch.amazonaws.com',
  ]);
  for (const { Condition } of allowed)
    expect(Condition).toEqual({ StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } });
});
