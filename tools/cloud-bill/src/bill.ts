import type { Profile, Resource, Templates } from '@clickstream/infra';
import { amplify, etl, ingest, memoryOf, rawStorage, shop, signIns } from './by-use';
import { PRICES, USAGE } from './prices';

/** US dollars a month by what they are paid for. */
export type Bill = Readonly<Record<string, number>>;

/** Resource types with a fixed or use-based price. */
const PRICED = [
  'AWS::EC2::VPCEndpoint',
  'AWS::EC2::Instance',
  'AWS::EC2::Volume',
  'AWS::Lambda::Function',
  'AWS::ApiGatewayV2::Api',
  'AWS::S3::Bucket',
  'AWS::Amplify::App',
  'AWS::KMS::Key',
  'AWS::CloudWatch::Alarm',
  'AWS::CloudWatch::Dashboard',
  'AWS::Cognito::UserPool',
  'AWS::EC2::FlowLog',
];

/**
 * Kinds that cost nothing by themselves, or cents at these volumes: queues,
 * topics, rules, log groups.
 */
const WITHOUT_STANDING_PRICE =
  /^AWS::(IAM|SSM|Logs|SNS|SQS|Events|Scheduler|DLM|Glue|Athena)::|^AWS::CDK::Metadata$|^AWS::KMS::Alias$|^AWS::Cognito::UserPoolClient$|^AWS::S3::BucketPolicy$|^AWS::Amplify::Branch$|^AWS::Lambda::(Permission|EventInvokeConfig)$|^AWS::ApiGatewayV2::(Route|Integration|Stage)$|^AWS::EC2::(VPC|Subnet|RouteTable|Route|SubnetRouteTableAssociation|InternetGateway|VPCGatewayAttachment|SecurityGroup|SecurityGroupIngress|SecurityGroupEgress|VolumeAttachment)$/;

/**
 * The bill of a month: fixed costs of the templates, and the use that a number of events causes.
 *
 * @param events in a month
 * @throws Error for a kind of resource whose price is not known here
 */
export function billOf(templates: Templates, profile: Pick<Profile, 'snapshotsKept'>, events: number): Bill {
  const all = Object.values(templates).flatMap(({ Resources }) => Object.values(Resources));
  const ofType = (type: string) => all.filter(({ Type }) => Type === type);
  refuseUnknown(all);
  return {
    'SSM interface endpoints': endpoints(ofType('AWS::EC2::VPCEndpoint')),
    ...machines(ofType('AWS::EC2::Instance')),
    'Disks and snapshots': disks(
      ofType('AWS::EC2::Instance'),
      ofType('AWS::EC2::Volume'),
      profile.snapshotsKept,
    ),
    'HTTP API, ingest Lambda, S3 writes': ingest(
      memoryOf(functionOf(all, 'clickstream-lambda-ingest')),
      events,
    ),
    'Raw events in S3': rawStorage(events),
    'ETL Lambda, S3 reads and listings': etl(functionOf(all, 'SBW_Lamda_ETL'), events),
    'Shop Lambda': shop(memoryOf(functionOf(all, 'clickstream-lambda-shop')), events),
    'Customers who sign in': ofType('AWS::Cognito::UserPool').reduce(
      (sum, pool) => sum + signIns(pool, events),
      0,
    ),
    'Amplify Hosting': ofType('AWS::Amplify::App').length * amplify(events),
    'Key, alarms, metrics, secret, refused traffic':
      ofType('AWS::EC2::FlowLog').length * USAGE.rejectedTrafficGib * PRICES.logsGib +
      ofType('AWS::KMS::Key').length * PRICES.kmsKey +
      ofType('AWS::CloudWatch::Alarm').length * PRICES.alarm +
      Math.max(0, ofType('AWS::CloudWatch::Dashboard').length - 3) * PRICES.cloudWatchDashboard +
      4 * PRICES.customMetric +
      ofType('AWS::Amplify::App').length * PRICES.secret,
  };
}

/** The sum of a bill. */
export function totalOf(bill: Bill): number {
  return Object.values(bill).reduce((sum, dollars) => sum + dollars, 0);
}

function refuseUnknown(all: readonly Resource[]): void {
  const kinds = new Set(all.map(({ Type }) => Type));
  const unknown = [...kinds].filter((type) => !PRICED.includes(type) && !WITHOUT_STANDING_PRICE.test(type));
  if (unknown.length > 0)
    throw new Error(
      `No price for resource type ${unknown.join(', ')}. Add it to tools/cloud-bill/src/prices.ts.`,
    );
}

function endpoints(found: Resource[]): number {
  return found
    .filter(({ Properties }) => Properties['VpcEndpointType'] === 'Interface')
    .map(({ Properties }) => (Properties['SubnetIds'] as unknown[]).length)
    .reduce((sum, zones) => sum + zones * PRICES.interfaceEndpointHour * PRICES.hoursPerMonth, 0);
}

function machines(found: Resource[]): Bill {
  return Object.fromEntries(
    found.map(({ Properties }) => {
      const type = String(Properties['InstanceType']);
      const hour = (PRICES.instanceHour as Readonly<Record<string, number>>)[type];
      if (hour === undefined)
        throw new Error(`${type} has no price: add it to tools/cloud-bill/src/prices.ts.`);
      const name = (Properties['Tags'] as { Key: string; Value: string }[]).find(({ Key }) => Key === 'Name');
      const isPublic = (Properties['NetworkInterfaces'] as { AssociatePublicIpAddress?: boolean }[]).some(
        (one) => one.AssociatePublicIpAddress,
      );
      const dollars = (hour + (isPublic ? PRICES.publicIpv4Hour : 0)) * PRICES.hoursPerMonth;
      return [name?.Value ?? type, dollars];
    }),
  );
}

function disks(instances: Resource[], volumes: Resource[], snapshotsKept: number): number {
  const system = instances
    .flatMap(({ Properties }) => Properties['BlockDeviceMappings'] as { Ebs: { VolumeSize: number } }[])
    .reduce((sum, { Ebs }) => sum + Ebs.VolumeSize, 0);
  const data = volumes.reduce((sum, { Properties }) => sum + Number(Properties['Size']), 0);
  const snapshots = data * USAGE.volumeUsed * (1 + USAGE.volumeChangedPerDay * snapshotsKept);
  return (system + data) * PRICES.gp3GibMonth + snapshots * PRICES.snapshotGibMonth;
}

function functionOf(all: Resource[], functionName: string): Resource {
  const found = all.find(({ Properties }) => String(Properties['FunctionName']).startsWith(functionName));
  if (!found) throw new Error(`The templates have no function ${functionName}.`);
  return found;
}
