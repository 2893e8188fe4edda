import { RemovalPolicy } from 'aws-cdk-lib';
import type { Role } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Stage } from '../stages/stages';
import { allow } from './allow';

/** A log group with the retention of the stage, deleted with its stack. */
export function logGroup(scope: Construct, id: string, logGroupName: string, stage: Stage): LogGroup {
  return new LogGroup(scope, id, {
    logGroupName,
    retention: stage.logRetention,
    removalPolicy: RemovalPolicy.DESTROY,
  });
}

/** Lets a role write only into this log group. */
export function mayWriteLogs(role: Role, group: LogGroup): void {
  allow(role, {
    actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    resources: [group.logGroupArn],
  });
}
