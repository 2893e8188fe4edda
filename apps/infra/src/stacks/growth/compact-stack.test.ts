import { Match, Template } from 'aws-cdk-lib/assertions';
import { clickstreamApp } from '../../clickstream-app';
import { stageFrom } from '../../config';
import type { CompactStack } from './compact-stack';

const appOf = (env = {}) => clickstreamApp(stageFrom(env), { growth: true });
const template = Template.fromStack(appOf().node.findChild('Compact') as CompactStack);

it('is off until growth is switched on', () => {
  expect(clickstreamApp(stageFrom({})).node.tryFindChild('Compact')).toBeUndefined();
});

it('runs DuckDB as the tests run it, in the private network, as a role that only reads', () => {
  template.hasResourceProperties('AWS::Lambda::Function', {
    FunctionName: 'clickstream-lambda-compact',
    Architectures: ['x86_64'],
    Runtime: 'nodejs24.x',
    Timeout: 900,
    EphemeralStorage: { Size: 10_240 },
    VpcConfig: Match.anyValue(),
  });
  const policies = JSON.stringify(template.findResources('AWS::IAM::Policy'));
  expect(policies.match(/parameter\/clickstream\/warehouse\/\w+/g)?.sort()).toEqual([
    'parameter/clickstream/warehouse/host',
    'parameter/clickstream/warehouse/shiny_ro',
    'parameter/clickstream/warehouse/shiny_ro',
  ]);
});

it('starts each night, and again while an answer says that something is left', () => {
  template.hasResourceProperties('AWS::Scheduler::Schedule', {
    ScheduleExpression: 'cron(30 1 * * ? *)',
    Target: Match.objectLike({ Input: '{}' }),
  });
  template.hasResourceProperties('AWS::Events::Rule', {
    EventPattern: Match.objectLike({ detail: { responsePayload: { more: [true] } } }),
    Targets: [Match.objectLike({ InputPath: '$.detail.requestPayload' })],
  });
});

it('rings when a compaction fails, and when none came to its end for more than a day', () => {
  template.hasResourceProperties('AWS::CloudWatch::Alarm', {
    AlarmName: 'clickstream-compact-errors',
    MetricName: 'Errors',
    AlarmActions: [Match.anyValue()],
  });
  template.hasResourceProperties('AWS::CloudWatch::Alarm', {
    AlarmName: 'clickstream-lake-late',
    MetricName: 'LakeStepsLeft',
    Period: 21_600,
    EvaluationPeriods: 5,
    TreatMissingData: 'breaching',
    AlarmActions: [Match.anyValue()],
  });
});
