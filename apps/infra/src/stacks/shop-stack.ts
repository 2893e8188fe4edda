import { Duration, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { parameterFolder } from '../parameters';
import { alarm } from '../constructs/alarm';
import { lambdaReadsPassword } from '../constructs/database-parameters';
import { LambdaFunction } from '../constructs/lambda-function';
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
      environment: { WEB_DB_PARAMETERS: `${parameterFolder(stage)}/shop-database` },
      securityGroup: 'network/sg-lambda-shop',
    });
    shop.allow(lambdaReadsPassword(this, stage, 'shop-database', 'shop_app'));
    for (const metricName of ['Errors', 'Throttles'])
      alarm(this, `shop-${metricName.toLowerCase()}`, stage, {
        namespace: 'AWS/Lambda',
        metricName,
        dimensions: { FunctionName: shop.function.functionName },
        statistic: 'Sum',
        minutes: 5,
        above: 0,
        description: 'Customers see an error: the shop Lambda or its database does not answer.',
      });
  }
}
