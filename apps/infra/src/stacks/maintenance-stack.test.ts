import { Match, Template } from 'aws-cdk-lib/assertions';
import { clickstreamApp } from '../clickstream-app';
import { stageFrom } from '../config';
import type { MaintenanceStack } from './maintenance-stack';

function templateOf(env = {}): Template {
  return Template.fromStack(clickstreamApp(stageFrom(env)).node.findChild('Maintenance') as MaintenanceStack);
}
const template = templateOf();
const staging = templateOf({ STAGE: 'staging' });

it('names the function, and that of another stage apart, so that both fit into one account', () => {
  template.hasResourceProperties('AWS::Lambda::Function', { FunctionName: 'clickstream-lambda-maintenance' });
  staging.hasResourceProperties('AWS::Lambda::Function', {
    FunctionName: 'clickstream-lambda-maintenance-staging',
  });
  template.hasOutput('FunctionName', {});
});

it('runs in the private network as long as Lambda allows', () => {
  template.hasResourceProperties('AWS::Lambda::Function', {
    Architectures: ['x86_64'],
    Runtime: 'nodejs24.x',
    Handler: 'handler.handler',
    Timeout: 900,
    VpcConfig: Match.objectLike({ SubnetIds: [Match.anyValue()] }),
  });
});

it('drops expired events every month, and again when a load was at work', () => {
  template.hasResourceProperties('AWS::Scheduler::Schedule', {
    ScheduleExpression: 'cron(0 3 2 * ? *)',
    Target: Match.objectLike({ Input: '{"operation":"retain","months":25,"lakeMonths":36}' }),
  });
  template.hasResourceProperties('AWS::Events::Rule', {
    // Not an erasure: it would begin again without what the call before has left.
    EventPattern: Match.objectLike({ detail: { responsePayload: { operation: ['retain'], more: [true] } } }),
    Targets: [Match.objectLike({ InputPath: '$.detail.requestPayload' })],
  });
});

it('keeps no failed call, which would hold the id of somebody who asked to be forgotten', () => {
  expect(template.findResources('AWS::SQS::Queue')).toEqual({});
  template.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
    DestinationConfig: { OnFailure: Match.absent(), OnSuccess: Match.anyValue() },
  });
});

it('deletes objects of the lake only', () => {
  const policies = JSON.stringify(template.findResources('AWS::IAM::Policy'));
  const deletes = policies.split('"s3:Delete').slice(1);
  expect(deletes).toHaveLength(1);
  const [, resources = ''] =
    /^Object","Effect":"Allow","Resource":(\[.*?\]\]\}\])/.exec(deletes[0] ?? '') ?? [];
  expect(resources.match(/\/[a-z]+\/[^"]*(?=")/g)).toEqual(['/lake/events/*', '/lake/facts/*']);
});

it('rings when the function fails', () => {
  template.hasResourceProperties('AWS::CloudWatch::Alarm', {
    AlarmName: 'clickstream-maintenance-errors',
    AlarmActions: [Match.anyValue()],
  });
});
