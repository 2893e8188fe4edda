import { Duration, Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { EventBridgeDestination, SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledge';
import { LOADED_FOLDERS, rawBucketName } from '../stages/bucket-names';
import { metricNamespace } from '../etl-metrics';
import { parameterFolder } from '../parameters';
import { allow } from '../constructs/allow';
import { callAgain } from '../constructs/call-again';
import { lambdaReadsPassword } from '../constructs/database-parameters';
import { etlAlarms } from '../constructs/etl-alarms';
import { LambdaFunction } from '../constructs/lambda-function';
import type { Stage } from '../stages/stages';
import { switchesOf } from '../switches';

/** Loads new events once an hour, and again at once when a run had to stop before the end. */
export class EtlStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    private readonly stage: Stage,
  ) {
    super(scope, id, {
      stackName: `clickstream-etl${stage.suffix}`,
      description: 'Clickstream: ETL Lambda, its schedule and its alarms',
      env: { region: stage.region },
    });
    const etl = this.etlFunction();
    const failed = new Queue(this, 'Failed', {
      queueName: `clickstream-etl-failed${stage.suffix}`,
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    acknowledge(failed, 'AwsSolutions-SQS3', 'This queue is the dead-letter queue.');
    etl.configureAsyncInvoke({
      retryAttempts: 1,
      maxEventAge: Duration.hours(1),
      onFailure: new SqsDestination(failed),
      onSuccess: new EventBridgeDestination(),
    });
    this.scheduleHourly(etl, failed);
    this.rerunWhileWorkRemains(etl);
    etlAlarms(this, stage, etl, failed);
  }

  private etlFunction(): Function {
    const { stage } = this;
    const bucket = `arn:${this.partition}:s3:::${rawBucketName(this, stage)}`;
    const etl = new LambdaFunction(this, 'Etl', {
      stage,
      app: 'etl-lambda',
      name: 'SBW_Lamda_ETL',
      description: 'Loads raw events into clickstream_dw',
      memoryMiB: 1024,
      timeout: Duration.minutes(15),
      environment: {
        RAW_BUCKET: rawBucketName(this, stage),
        ETL_SWEEP_PAGES: String(stage.profile.sweepPages),
        METRIC_NAMESPACE: metricNamespace(stage),
        ...(stage.returnHosts ? { RETURN_HOSTS: stage.returnHosts.join(',') } : {}),
        DW_PARAMETERS: `${parameterFolder(stage)}/warehouse`,
      },
      securityGroup: 'network/sg-lambda-etl',
      // The lock in the warehouse is the guard that always holds: a second run finds it taken and
      // ends.
      ...(switchesOf(this).reserveEtlConcurrency ? { reservedConcurrency: 1 } : {}),
    });
    etl.allow(
      { actions: ['s3:GetObject'], resources: LOADED_FOLDERS.map((keys) => `${bucket}/${keys}`) },
      'It loads or counts whatever was stored in these three folders.',
    );
    etl.allow([
      {
        actions: ['s3:ListBucket'],
        resources: [bucket],
        conditions: { StringLike: { 's3:prefix': LOADED_FOLDERS } },
      },
      ...lambdaReadsPassword(this, stage, 'warehouse', 'etl_writer'),
    ]);
    return etl.function;
  }

  /** Starts the ETL seven minutes after the hour, when the last objects of the hour are stored. */
  private scheduleHourly(etl: Function, failed: Queue): void {
    const role = new Role(this, 'ScheduleRole', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    });
    allow(role, [
      { actions: ['lambda:InvokeFunction'], resources: [etl.functionArn] },
      { actions: ['sqs:SendMessage'], resources: [failed.queueArn] },
    ]);
    new CfnSchedule(this, 'Hourly', {
      name: `SBW_ETL_HOURLY_RULE${this.stage.suffix}`,
      description: 'Starts the ETL',
      scheduleExpression: 'cron(7 * * * ? *)',
      scheduleExpressionTimezone: 'UTC',
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: etl.functionArn,
        roleArn: role.roleArn,
        input: '{}',
        retryPolicy: { maximumRetryAttempts: 2, maximumEventAgeInSeconds: 1800 },
        deadLetterConfig: { arn: failed.queueArn },
      },
    });
  }

  /**
   * Starts the next run with the same payload when one answers `more: true` because it stopped at
   * its deadline. Runs never multiply: one that finds the warehouse's lock taken answers `more:
   * false`.
   */
  private rerunWhileWorkRemains(etl: Function): void {
    callAgain(this, this.stage, etl, {
      name: 'clickstream-etl-again',
      description: 'Starts the ETL again when a run left work',
      when: { more: [true] },
    });
  }
}
