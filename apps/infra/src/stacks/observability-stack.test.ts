import { Match, Template } from 'aws-cdk-lib/assertions';
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
  template.hasResourceProperties('AWS::SNS::TopicPolicy', {
    PolicyDocument: {
      Statement: Match.arrayWith([
        Match.objectLike({
          Action: 'sns:Publish',
          Principal: { Service: ['cloudwatch.amazonaws.com', 'budgets.amazonaws.com'] },
          Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
        }),
      ]),
    },
  });
});
