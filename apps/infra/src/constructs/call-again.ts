import { Duration } from 'aws-cdk-lib';
import { Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as InvokeLambda } from 'aws-cdk-lib/aws-events-targets';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { Stage } from '../stages/stages';

/** The answers after which a function is called again. */
export interface Again {
  /** Without the stage's suffix. */
  readonly name: string;
  readonly description: string;
  /** Fields of the answer with the values that ask for another call. */
  readonly when: Readonly<Record<string, readonly (string | boolean)[]>>;
}

/**
 * Calls a function again with the same payload when its answer says that something is left. Its
 * answers have to go to EventBridge: `onSuccess: new EventBridgeDestination()`.
 */
export function callAgain(
  scope: Construct,
  stage: Stage,
  lambda: Function,
  { name, description, when }: Again,
): void {
  new Rule(scope, 'Again', {
    ruleName: `${name}${stage.suffix}`,
    description,
    eventPattern: {
      source: ['lambda'],
      detailType: ['Lambda Function Invocation Result - Success'],
      resources: [`${lambda.functionArn}:$LATEST`],
      detail: { responsePayload: when },
    },
    targets: [
      new InvokeLambda(lambda, {
        event: RuleTargetInput.fromEventPath('$.detail.requestPayload'),
        retryAttempts: 2,
        maxEventAge: Duration.minutes(30),
      }),
    ],
  });
}
