import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Duration, Size } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  ApplicationLogLevel,
  Architecture,
  Code,
  Function,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
  type CfnFunction,
} from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { shared, type SharedValue } from '../parameters';
import type { Stage } from '../stages/stages';
import { allow, type Right } from './allow';
import { logGroup, mayWriteLogs } from './log-group';

/** The folder of all apps. */
const APPS = resolve(import.meta.dirname, '../../..');

export interface LambdaFunctionProps {
  readonly stage: Stage;
  /** The app whose bundle it runs. Nx bundles before synth, so that the tested code is deployed. */
  readonly app: `${string}-lambda`;
  /** Without the stage's suffix. */
  readonly name: string;
  readonly description: string;
  readonly memoryMiB: number;
  /** The platform of its compiled packages; arm64, which costs less, without any. */
  readonly architecture?: Architecture;
  /** Room for files; half a gigabyte without it. */
  readonly scratch?: Size;
  readonly timeout: Duration;
  readonly environment: Readonly<Record<string, string>>;
  /** In the private subnet with this security group; without it, outside of the network. */
  readonly securityGroup?: SharedValue;
  readonly reservedConcurrency?: number;
  /** Called so often that Lambda's own three lines for each call would cost more than its work. */
  readonly isCalledByVisitors?: boolean;
}

/** Of Lambda's own lines only warnings; ours, which are JSON anyway, stay. */
const QUIET = {
  loggingFormat: LoggingFormat.JSON,
  systemLogLevelV2: SystemLogLevel.WARN,
  applicationLogLevelV2: ApplicationLogLevel.INFO,
} as const;

/**
 * A Lambda on Node 24, and by default on arm64, whose role may write its log, and has only the
 * rights added to it.
 */
export class LambdaFunction extends Construct {
  readonly function: Function;
  private readonly role: Role;

  constructor(scope: Construct, id: string, props: LambdaFunctionProps) {
    super(scope, id);
    const { stage } = props;
    const functionName = `${props.name}${stage.suffix}`;
    const log = logGroup(this, 'Log', `/aws/lambda/${functionName}`, stage);
    this.role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `What ${functionName} may do`,
    });
    mayWriteLogs(this.role, log);
    this.function = new Function(this, 'Function', {
      functionName,
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: props.architecture ?? Architecture.ARM_64,
      code: Code.fromAsset(resolve(APPS, props.app, 'dist')),
      handler: 'handler.handler',
      memorySize: props.memoryMiB,
      ...(props.scratch ? { ephemeralStorageSize: props.scratch } : {}),
      timeout: props.timeout,
      environment: { ...props.environment, NODE_OPTIONS: nodeOptionsOf(props.app) },
      role: this.role,
      logGroup: log,
      ...(props.isCalledByVisitors ? QUIET : {}),
      ...(props.reservedConcurrency ? { reservedConcurrentExecutions: props.reservedConcurrency } : {}),
    });
    if (props.securityGroup) this.enterPrivateNetwork(stage, props.securityGroup);
  }

  /** Adds rights to the function's role. */
  allow(rights: Right | readonly Right[], wildcardReason?: string): void {
    allow(this.role, rights, wildcardReason);
  }

  private enterPrivateNetwork(stage: Stage, securityGroup: SharedValue): void {
    const resource = this.function.node.defaultChild as CfnFunction;
    resource.vpcConfig = {
      subnetIds: [shared(this, stage, 'network/private-subnet')],
      securityGroupIds: [shared(this, stage, securityGroup)],
    };
    // Lambda manages the network interfaces with the function's role. The code in the function must
    // not use these rights.
    this.allow(
      {
        actions: [
          'ec2:CreateNetworkInterface',
          'ec2:DescribeNetworkInterfaces',
          'ec2:DescribeSubnets',
          'ec2:DeleteNetworkInterface',
          'ec2:AssignPrivateIpAddresses',
          'ec2:UnassignPrivateIpAddresses',
        ],
        resources: ['*'],
        conditions: { Null: { 'lambda:SourceFunctionArn': 'true' } },
      },
      'Network interfaces have no name before they exist. Lambda uses these rights; the condition denies them to code in the function.',
    );
  }
}

/**
 * Node options that the app was measured with. The benchmark also reads them from its package.json.
 */
function nodeOptionsOf(app: LambdaFunctionProps['app']): string {
  const { config } = JSON.parse(readFileSync(resolve(APPS, app, 'package.json'), 'utf8')) as {
    config: { nodeOptions: string };
  };
  return config.nodeOptions;
}
