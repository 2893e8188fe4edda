import { CfnOutput, Duration, Size, Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, type Function } from 'aws-cdk-lib/aws-lambda';
import { EventBridgeDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { Construct } from 'constructs';
import { alarm } from '../../constructs/alarm';
import { allow } from '../../constructs/allow';
import { callAgain } from '../../constructs/call-again';
import { lambdaReadsPassword } from '../../constructs/database-parameters';
import { LambdaFunction } from '../../constructs/lambda-function';
import { LAKE_METRICS, metricNamespace } from '../../etl-metrics';
import { parameterFolder } from '../../parameters';
import { LAKE_DAYS, LAKE_FOLDER, rawBucketName } from '../../stages/bucket-names';
import type { Stage } from '../../stages/stages';

/** Writes the days of the lake each night, and goes on at once when a call had to stop. */
export class CompactStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    private readonly stage: Stage,
  ) {
    super(scope, id, {
      stackName: `clickstream-compact${stage.suffix}`,
      description: 'Clickstream: nightly compaction of closed days into the lake',
      env: { region: stage.region },
    });
    const compact = this.compactFunction();
    new CfnOutput(this, 'FunctionName', { value: compact.functionName });
    compact.configureAsyncInvoke({
      retryAttempts: 1,
      maxEventAge: Duration.hours(1),
      onSuccess: new EventBridgeDestination(),
    });
    this.compactNightly(compact);
    callAgain(this, stage, compact, {
      name: 'clickstream-compact-again',
      description: 'Calls the compaction again when a call left days',
      when: { more: [true] },
    });
    this.alarms(compact);
  }

  private compactFunction(): Function {
    const { stage } = this;
    const bucket = `arn:${this.partition}:s3:::${rawBucketName(this, stage)}`;
    const compact = new LambdaFunction(this, 'Compact', {
      stage,
      app: 'compact-lambda',
      name: 'clickstream-lambda-compact',
      description: 'Writes the days of the lake that are new or have changed',
      // DuckDB as the tests run it: docs/adr/0063-compaction-is-a-lambda.md.
      architecture: Architecture.X86_64,
      // A whole processor, and room for the compressed day, which is sent from memory.
      memoryMiB: 1769,
      // A day as text, before it is compressed.
      scratch: Size.gibibytes(10),
      timeout: Duration.minutes(15),
      environment: {
        RAW_BUCKET: rawBucketName(this, stage),
        DW_PARAMETERS: `${parameterFolder(stage)}/warehouse`,
        METRIC_NAMESPACE: metricNamespace(stage),
      },
      // The same connections as the ETL: warehouse, Parameter Store and S3.
      securityGroup: 'network/sg-lambda-etl',
    });
    compact.allow(
      [
        { actions: ['s3:GetObject', 's3:PutObject'], resources: [`${bucket}/${LAKE_FOLDER}`] },
        { actions: ['s3:DeleteObject'], resources: [`${bucket}/${LAKE_DAYS}`] },
      ],
      'It writes any file of the lake, and removes days without events.',
    );
    compact.allow([
      {
        actions: ['s3:ListBucket'],
        resources: [bucket],
        conditions: { StringLike: { 's3:prefix': LAKE_FOLDER } },
      },
      ...lambdaReadsPassword(this, stage, 'warehouse', 'shiny_ro'),
    ]);
    return compact.function;
  }

  /** An hour and a half after midnight, when the loads have closed the day before. */
  private compactNightly(compact: Function): void {
    const role = new Role(this, 'ScheduleRole', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    });
    allow(role, { actions: ['lambda:InvokeFunction'], resources: [compact.functionArn] });
    new CfnSchedule(this, 'Nightly', {
      name: `clickstream-compact${this.stage.suffix}`,
      description: 'Writes the days of the lake that are new or have changed',
      scheduleExpression: 'cron(30 1 * * ? *)',
      scheduleExpressionTimezone: 'UTC',
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: compact.functionArn,
        roleArn: role.roleArn,
        input: '{}',
        retryPolicy: { maximumRetryAttempts: 2, maximumEventAgeInSeconds: 1800 },
      },
    });
  }

  private alarms(compact: Function): void {
    const { stage } = this;
    alarm(this, 'compact-errors', stage, {
      namespace: 'AWS/Lambda',
      metricName: 'Errors',
      dimensions: { FunctionName: compact.functionName },
      statistic: 'Sum',
      minutes: 60,
      above: 0,
      description: 'A compaction failed. The lake has whole files: the next night goes on.',
      page: 'docs/runbooks/lake.md',
    });
    alarm(this, 'lake-late', stage, {
      namespace: metricNamespace(stage),
      metricName: LAKE_METRICS.left.metricName,
      statistic: 'Minimum',
      // Longer than from one night to the next.
      minutes: 6 * 60,
      periods: 5,
      above: 0,
      alsoWhenMissing: true,
      description: 'No compaction came to its end for thirty hours: the lake lacks days.',
      page: 'docs/runbooks/lake.md',
    });
  }
}
