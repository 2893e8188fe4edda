import { Duration, Stack } from 'aws-cdk-lib';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { MACHINE_METRICS, metricNamespace } from '../etl-metrics';
import { parameterFolder } from '../parameters';
import { BOOKS_FOLDER, rawBucketName } from '../stages/bucket-names';
import { alarm } from '../constructs/alarm';
import { lambdaReadsPassword } from '../constructs/database-parameters';
import { callOnSchedule } from '../constructs/scheduled/call-on-schedule';
import { LambdaFunction } from '../constructs/lambda-function';
import { OutboxCourier } from '../constructs/scheduled/outbox-courier';
import { DAY_MINUTES, FULL_SHARE, patchAlarm } from '../constructs/host-alarms';
import type { Stage } from '../stages/stages';

/** Name of the shop's function without the stage's suffix. */
export const SHOP_FUNCTION = 'clickstream-lambda-shop';

/**
 * The storefront's access to the shop's database: a Lambda inside the network, invoked only by the
 * storefront's role.
 */
export class ShopStack extends Stack {
  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id, {
      stackName: `clickstream-shop${stage.suffix}`,
      description: 'Clickstream: shop Lambda',
      env: { region: stage.region },
    });
    const shop = new LambdaFunction(this, 'Shop', {
      stage,
      app: 'shop-lambda',
      name: SHOP_FUNCTION,
      description: 'Operations of the shop on clickstream_web',
      memoryMiB: 512,
      timeout: Duration.seconds(15),
      environment: {
        WEB_DB_PARAMETERS: `${parameterFolder(stage)}/shop-database`,
        RAW_BUCKET: rawBucketName(this, stage),
        METRIC_NAMESPACE: metricNamespace(stage),
      },
      securityGroup: 'network/sg-lambda-shop',
      isCalledByVisitors: true,
    });
    shop.allow(
      {
        actions: ['s3:PutObject'],
        resources: [`arn:${this.partition}:s3:::${rawBucketName(this, stage)}/${BOOKS_FOLDER}`],
      },
      'A file for each day; the function writes this folder only.',
    );
    this.closeBooksHourly(stage, shop.function);
    shop.allow(lambdaReadsPassword(this, stage, 'shop-database', 'shop_app'));
    new OutboxCourier(this, 'Courier', { stage, shop: shop.function });
    for (const metricName of ['Errors', 'Throttles'])
      alarm(this, `shop-${metricName.toLowerCase()}`, stage, {
        namespace: 'AWS/Lambda',
        metricName,
        dimensions: { FunctionName: shop.function.functionName },
        statistic: 'Sum',
        minutes: 5,
        above: 0,
        description: 'Customers see an error: the shop Lambda or its database does not answer.',
        page: 'docs/runbooks/shop-database.md',
      });
    // The machine reaches no CloudWatch: the function tells once a day.
    alarm(this, 'shop-database-disk', stage, {
      namespace: metricNamespace(stage),
      metricName: MACHINE_METRICS.shopSize,
      statistic: 'Maximum',
      minutes: DAY_MINUTES,
      above: FULL_SHARE * stage.profile.shopDatabase.dataGiB,
      description: 'clickstream_web takes four fifths of its volume.',
      page: 'docs/runbooks/disk-full.md',
    });
    patchAlarm(this, 'shop-database-patches', stage, MACHINE_METRICS.shopPatches);
  }

  /**
   * Closes the books of the days that are over, four minutes before the ETL: a day is closed in the
   * first hour after it, and a call that failed is made up for by the next one.
   */
  private closeBooksHourly(stage: Stage, shop: Function): void {
    callOnSchedule(this, {
      id: 'CloseBooks',
      roleId: 'BooksScheduleRole',
      name: `clickstream-close-books${stage.suffix}`,
      description: 'Closes the books of the shop',
      cron: '3 * * * ? *',
      target: shop,
      input: { operation: 'closeBooks' },
      maximumAgeSeconds: 1800,
    });
  }
}
