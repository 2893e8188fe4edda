import { Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { Construct } from 'constructs';
import { allow } from '../allow';

interface ScheduledCall {
  readonly id: string;
  readonly roleId: string;
  readonly name: string;
  readonly description: string;
  /** In UTC, such as `3 * * * ? *`. */
  readonly cron: string;
  readonly target: Function;
  /** The request. */
  readonly input: object;
  /** Age in seconds after which a failed call is left to the next one. */
  readonly maximumAgeSeconds: number;
}

/** Calls a function on a schedule, with a role that may do nothing else. */
export function callOnSchedule(scope: Construct, call: ScheduledCall): void {
  const role = new Role(scope, call.roleId, {
    assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } },
    }),
  });
  allow(role, { actions: ['lambda:InvokeFunction'], resources: [call.target.functionArn] });
  new CfnSchedule(scope, call.id, {
    name: call.name,
    description: call.description,
    scheduleExpression: `cron(${call.cron})`,
    scheduleExpressionTimezone: 'UTC',
    flexibleTimeWindow: { mode: 'OFF' },
    target: {
      arn: call.target.functionArn,
      roleArn: role.roleArn,
      input: JSON.stringify(call.input),
      retryPolicy: { maximumRetryAttempts: 2, maximumEventAgeInSeconds: call.maximumAgeSeconds },
    },
  });
}
