import { Arn, Stack } from 'aws-cdk-lib';
import { ParameterValueType, StringParameter } from 'aws-cdk-lib/aws-ssm';
import type { Construct } from 'constructs';
import type { Stage } from './stages/stages';

/** Values that one stack publishes for others, each a plain parameter in Parameter Store. */
export type SharedValue =
  | 'network/vpc'
  | 'network/availability-zone'
  | 'network/public-subnet'
  | 'network/private-subnet'
  | 'network/s3-endpoint'
  | 'network/sg-oltp-web-db'
  | 'network/sg-lambda-shop'
  | 'network/sg-lambda-etl'
  | 'network/sg-analytics-shiny-dwh'
  | 'data/key'
  | 'data/host-bucket'
  | 'observability/alarm-topic'
  | 'ingest/endpoint'
  | 'auth/user-pool'
  | 'auth/client'
  | 'storefront/app'
  | 'storefront/branch'
  | 'shop-database/host'
  | 'shop-database/instance'
  | 'warehouse/host'
  | 'warehouse/instance'
  | 'managed-warehouse/host';

/** Values that `npm run deploy` writes before the stacks that read them: pinned images. */
export type PreparedValue = 'warehouse/image' | 'shop-database/image';

/**
 * Debian's parameter with its newest image. It is read once, so that a newer image does not replace
 * a machine.
 */
export const DEBIAN_IMAGE = '/aws/service/debian/release/13/latest/arm64';

/**
 * Passwords, as SecureStrings: `npm run deploy` creates missing ones; templates never contain one.
 */
export const PASSWORDS = {
  warehouse: ['dw_admin', 'etl_writer', 'shiny_ro', 'shiny_done', 'shiny_saved'],
  'shop-database': ['shop_admin', 'shop_app'],
} as const;

/** The folder of all parameters of a stage, for example `/clickstream`. */
export function parameterFolder({ suffix }: Pick<Stage, 'suffix'>): string {
  return `/clickstream${suffix}`;
}

/** Publishes a value for other stacks. */
export function publish(scope: Construct, stage: Stage, name: SharedValue, value: string): void {
  new StringParameter(scope, `Parameter-${name}`, {
    parameterName: `${parameterFolder(stage)}/${name}`,
    stringValue: value,
  });
}

/** A value published by another stack, resolved by CloudFormation when this stack is deployed. */
export function shared(scope: Construct, stage: Stage, name: SharedValue): string {
  return StringParameter.valueForStringParameter(scope, `${parameterFolder(stage)}/${name}`);
}

/** An image that was pinned for this stage. */
export function pinnedImage(scope: Construct, stage: Stage, name: PreparedValue): string {
  return StringParameter.valueForTypedStringParameterV2(
    scope,
    `${parameterFolder(stage)}/${name}`,
    ParameterValueType.AWS_EC2_IMAGE_ID,
  );
}

/** The ARN of a parameter of this stage. */
export function parameterArn(scope: Construct, stage: Stage, name: string): string {
  return Arn.format(
    { service: 'ssm', resource: 'parameter', resourceName: `${parameterFolder(stage).slice(1)}/${name}` },
    Stack.of(scope),
  );
}
