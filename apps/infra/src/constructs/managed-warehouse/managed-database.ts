import { Duration } from 'aws-cdk-lib';
import type { CfnDBCluster, CfnDBInstance } from 'aws-cdk-lib/aws-rds';
import { acknowledge } from '../../acknowledge';
import type { Stage } from '../../stages/stages';

/** The place of a managed warehouse. */
export interface ManagedDatabaseProps {
  readonly stage: Stage;
  /** Name of the group of its subnets. */
  readonly subnets: string;
  readonly securityGroup: string;
}

/** Both services make the password and keep it in Secrets Manager. */
export const MASTER = { masterUsername: 'dw_master', manageMasterUserPassword: true };

/** Settings of PostgreSQL, as its machine has them. */
export const PARAMETERS = { 'rds.force_ssl': '1', jit: '0', timezone: 'UTC' };

/** An hour is the period of the alarms. */
export const ALARM_MINUTES = Duration.hours(1).toMinutes();

/** Answers what cdk-nag asks of databases. */
export function acknowledgeDatabase(database: CfnDBCluster | CfnDBInstance, stage: Stage): void {
  acknowledge(database, 'AwsSolutions-RDS11', 'The port is not a secret: two security groups decide.');
  if (!stage.protected)
    acknowledge(database, 'AwsSolutions-RDS10', 'A trial can be destroyed without further steps.');
}
