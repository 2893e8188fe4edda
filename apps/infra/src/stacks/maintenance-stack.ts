import { CfnOutput, Duration, Size, Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, type Function } from 'aws-cdk-lib/aws-lambda';
import { EventBridgeDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { Construct } from 'constructs';
import { alarm } from '../constructs/alarm';
import { allow } from '../constructs/allow';
import { callAgain } from '../constructs/call-again';
import { lambdaReadsPassword } from '../constructs/database-parameters';
import { LambdaFunction } from '../constructs/lambda-function';
import { parameterFolder } from '../parameters';
import {
  LAKE_FILES,
  LAKE_FOLDER,
  LAKE_MANIFEST,
  RAW_FOLDERS,
  rawBucketName,
  RECEIPTS_FOLDER,
} from '../stages/bucket-names';
import { LAKE_MONTHS_KEPT } from '../stages/profiles';
import type { Stage } from '../stages/stages';

/**
 * Erases persons, replays the quarantine, and drops expired events by a monthly schedule. It is the
 * only function that may rewrite raw objects; it deletes none. Where there is a lake, it brings
 * that up to date before it drops events, and rewrites files whose events nobody else has.
 */
export class MaintenanceStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    private readonly stage: Stage,
  ) {
    super(scope, id, {
      stackName: `clickstream-maintenance${stage.suffix}`,
      description: 'Clickstream: erasure, retention and replay',
      env: { region: stage.region },
    });
    const maintenance = this.maintenanceFunction();
    new CfnOutput(this, 'FunctionName', { value: maintenance.functionName });
    // No queue of failed calls: it would keep the id of a person who asked to be forgotten.
    maintenance.configureAsyncInvoke({
      retryAttempts: 1,
      maxEventAge: Duration.hours(1),
      onSuccess: new EventBridgeDestination(),
    });
    this.dropExpiredMonthly(maintenance);
    this.callAgainWhileItWaits(maintenance);
    alarm(this, 'maintenance-errors', stage, {
      namespace: 'AWS/Lambda',
      metricName: 'Errors',
      dimensions: { FunctionName: maintenance.functionName },
      statistic: 'Sum',
      minutes: 60,
      above: 0,
      description:
        'An erasure, a retention or a replay failed. Nothing is half done: it can be started again.',
      page: 'docs/runbooks/erase.md',
    });
  }

  private maintenanceFunction(): Function {
    const { stage } = this;
    const bucket = `arn:${this.partition}:s3:::${rawBucketName(this, stage)}`;
    const maintenance = new LambdaFunction(this, 'Maintenance', {
      stage,
      app: 'maintenance-lambda',
      name: 'clickstream-lambda-maintenance',
      description: 'Erases a person, drops expired events, replays the quarantine',
      // DuckDB as the tests run it: docs/adr/0063-compaction-is-a-lambda.md.
      architecture: Architecture.X86_64,
      // A whole processor: it computes the facts of millions of events again.
      memoryMiB: 1769,
      scratch: Size.gibibytes(10),
      timeout: Duration.minutes(15),
      environment: {
        RAW_BUCKET: rawBucketName(this, stage),
        DW_PARAMETERS: `${parameterFolder(stage)}/warehouse`,
        ...(stage.returnHosts ? { RETURN_HOSTS: stage.returnHosts.join(',') } : {}),
      },
      // The same connections as the ETL: warehouse, Parameter Store and S3.
      securityGroup: 'network/sg-lambda-etl',
    });
    maintenance.allow(
      [
        {
          actions: ['s3:GetObject', 's3:PutObject'],
          resources: RAW_FOLDERS.map((keys) => `${bucket}/${keys}`),
        },
        { actions: ['s3:PutObject'], resources: [`${bucket}/${RECEIPTS_FOLDER}`] },
        // Whatever the switch `growth` says: a lake outlives it, and persons are in its history.
        { actions: ['s3:GetObject', 's3:PutObject'], resources: [`${bucket}/${LAKE_FOLDER}`] },
        { actions: ['s3:DeleteObject'], resources: LAKE_FILES.map((keys) => `${bucket}/${keys}`) },
      ],
      'A person may be in any object of these folders, and each erasure stores its receipt.',
    );
    maintenance.allow([
      { actions: ['s3:GetObject', 's3:PutObject'], resources: [`${bucket}/${LAKE_MANIFEST}`] },
      // The whole bucket: the receipt names objects outside of the known folders.
      { actions: ['s3:ListBucket', 's3:GetBucketVersioning'], resources: [bucket] },
      ...lambdaReadsPassword(this, stage, 'warehouse', 'dw_admin'),
    ]);
    return maintenance.function;
  }

  /** On the second of each month at three, when few people look at dashboards. */
  private dropExpiredMonthly(maintenance: Function): void {
    const role = new Role(this, 'ScheduleRole', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    });
    allow(role, { actions: ['lambda:InvokeFunction'], resources: [maintenance.functionArn] });
    new CfnSchedule(this, 'Retention', {
      name: `clickstream-retention${this.stage.suffix}`,
      description: 'Drops events that are older than the retention period',
      scheduleExpression: 'cron(0 3 2 * ? *)',
      scheduleExpressionTimezone: 'UTC',
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: maintenance.functionArn,
        roleArn: role.roleArn,
        input: JSON.stringify({
          operation: 'retain',
          months: this.stage.profile.warehouse.monthsKept,
          lakeMonths: LAKE_MONTHS_KEPT,
        }),
        retryPolicy: { maximumRetryAttempts: 2, maximumEventAgeInSeconds: 1800 },
      },
    });
  }

  /** Calls the retention again when a load, or writing the lake, took all of its time. */
  private callAgainWhileItWaits(maintenance: Function): void {
    callAgain(this, this.stage, maintenance, {
      name: 'clickstream-maintenance-again',
      description: 'Calls the retention again when a load was at work',
      when: { operation: ['retain'], more: [true] },
    });
  }
}
