import { RemovalPolicy } from 'aws-cdk-lib';
import type { Role } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Stage } from '../stages/stages';
import { allow } from './allow';

/** A log group that keeps lines as long as the stage says, and goes with its stack. */
export function logGroup(scope: Construct, id: string, logGroupName: string, stage: Stage): LogGroup {
  return new LogGroup(scope, id, {
    logGroupName,
    retention: stage.logRetention,
    removalPolicy: RemovalPolicy.DESTROY,
  });
}

/** Lets a role write into this log group, and into no other. */
export function mayWriteLogs(role: Role, group: LogGroup): void {
  allow(role, {
    actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    resources: [group.logGroupArn],
  });
}
