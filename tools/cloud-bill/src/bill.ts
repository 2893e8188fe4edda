import type { Profile, Resource, Template, Templates } from '@clickstream/infra';
import {
  amplify,
  codes,
  customersOf,
  etl,
  isForStaff,
  mails,
  maintenance,
  rawStorage,
  requestsOf,
  courier,
  shop,
  signIns,
  storedRequest,
} from './by-use';
import { auroraClusters, disks, endpoints, machines, managedDatabases } from './fixed';
import { lake } from './lake';
import { WAREHOUSE_BYTES_PER_EVENT } from './measured';
import { PRICES } from './prices';
import { USAGE } from './usage';

/** US dollars a month by what they are paid for. */
export type Lines = Readonly<Record<string, number>>;

/** The bill of a month: of the analytics, and of the shop that sends the events. */
export interface Bill {
  readonly analytics: Lines;
  readonly shop: Lines;
}

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
  'AWS::RDS::DBInstance',
  'AWS::RDS::DBCluster',
];

/**
 * Kinds that cost nothing by themselves, or cents at these volumes: queues,
 * topics, rules, log groups.
 */
const WITHOUT_STANDING_PRICE =
  /^AWS::(IAM|SSM|Logs|SNS|SQS|SES|Events|Scheduler|DLM|Glue|Athena|Budgets)::|^AWS::CDK::Metadata$|^AWS::RDS::(DBSubnetGroup|DBParameterGroup|DBClusterParameterGroup)$|^AWS::KMS::Alias$|^AWS::Cognito::UserPool(Client|Group)$|^AWS::S3::BucketPolicy$|^AWS::Amplify::Branch$|^AWS::Lambda::(Permission|EventInvokeConfig)$|^AWS::ApiGatewayV2::(Route|Integration|Stage)$|^AWS::EC2::(VPC|Subnet|RouteTable|Route|SubnetRouteTableAssociation|InternetGateway|VPCGatewayAttachment|SecurityGroup|SecurityGroupIngress|SecurityGroupEgress|VolumeAttachment)$/;

/**
 * The bill of a month: fixed costs of the templates, and the use that a number of events causes.
 *
 * @param events in a month
 * @throws Error for a kind of resource whose price is not known here
 */
export function billOf(
  templates: Templates,
  profile: Pick<Profile, 'snapshotsKept' | 'warehouse'>,
  events: number,
): Bill {
  const all = Object.values(templates).flatMap(resourcesOf);
  const ofType = (type: string) => all.filter(({ Type }) => Type === type);
  refuseUnknown(all);
  const lambda = (name: string) => functionOf(all, name);
  const warehouse = resourcesOf(templates['Warehouse']);
  const oltp = resourcesOf(templates['Oltp']);
  const warehouseBytes = events * profile.warehouse.monthsKept * WAREHOUSE_BYTES_PER_EVENT;
  const request = storedRequest(lambda('clickstream-lambda-ingest'), apiStageOf(all));
  const apps = ofType('AWS::Amplify::App').length;
  const pools = ofType('AWS::Cognito::UserPool');
  return {
    analytics: {
      'SSM interface endpoints': endpoints(ofType('AWS::EC2::VPCEndpoint')),
      ...machines(warehouse),
      'Disks and snapshots of the warehouse': disks(warehouse, profile.snapshotsKept, {
        bytes: warehouseBytes,
      }),
      ...managedDatabases(all, warehouseBytes),
      ...auroraClusters(all, warehouseBytes, events),
      'HTTP API, ingest Lambda, S3 writes, logs': requestsOf(events) * request,
      'Raw events in S3': rawStorage(events),
      'ETL Lambda, S3 reads and listings': etl(lambda('SBW_Lamda_ETL'), events),
      'Maintenance Lambda': maintenance(lambda('clickstream-lambda-maintenance')),
      ...lake(
        all.find(({ Properties }) =>
          String(Properties['FunctionName']).startsWith('clickstream-lambda-compact'),
        ),
        events,
        profile.warehouse.monthsKept,
      ),
      'Key, alarms, metrics, refused traffic':
        ofType('AWS::EC2::FlowLog').length * USAGE.rejectedTrafficGib * PRICES.logsGib +
        ofType('AWS::KMS::Key').length * PRICES.kmsKey +
        ofType('AWS::CloudWatch::Alarm').length * PRICES.alarm +
        Math.max(0, ofType('AWS::CloudWatch::Dashboard').length - 3) * PRICES.cloudWatchDashboard +
        // Six of each hour, and three of one hour a day.
        (6 + 3 / 24) * PRICES.customMetric,
    },
    shop: {
      ...machines(oltp),
      // The hourly snapshots of a day hold together what one more day would.
      'Disks and snapshots of the shop': disks(oltp, profile.snapshotsKept + 1, {
        share: USAGE.shopVolumeUsed,
      }),
      'Shop Lambda': shop(lambda('clickstream-lambda-shop'), events),
      Courier: courier(lambda('clickstream-lambda-courier'), lambda('clickstream-lambda-shop')),
      ...(pools.every(isForStaff)
        ? { 'Sign-in by code: mail, servers': codes(lambda('clickstream-lambda-shop'), events) }
        : { 'Sign-in with Cognito': cognito(pools, events), ...mails(pools, events) }),
      'Amplify Hosting': apps * amplify(lambda('clickstream-lambda-shop'), events),
      'Secret of the repository': apps * PRICES.secret,
    },
  };
}

/** US dollars of Cognito if all customers sign in with it. */
export function cognitoForAll(templates: Templates, events: number): number {
  const all = Object.values(templates).flatMap(resourcesOf);
  return cognito(
    all.filter(({ Type }) => Type === 'AWS::Cognito::UserPool'),
    events,
  );
}

function cognito(pools: readonly Resource[], events: number): number {
  return pools.reduce((sum, pool) => sum + signIns(pool, customersOf(events)), 0);
}

/** The sum of the lines of a part, or of all. */
export function totalOf(bill: Bill, part?: keyof Bill): number {
  const lines = part ? bill[part] : { ...bill.analytics, ...bill.shop };
  return Object.values(lines).reduce((sum, dollars) => sum + dollars, 0);
}

/** The resources of a template; none of one that is left out. */
export const resourcesOf = (template: Template | undefined): Resource[] =>
  Object.values(template?.Resources ?? {});

function refuseUnknown(all: readonly Resource[]): void {
  const kinds = new Set(all.map(({ Type }) => Type));
  const unknown = [...kinds].filter((type) => !PRICED.includes(type) && !WITHOUT_STANDING_PRICE.test(type));
  if (unknown.length > 0)
    throw new Error(
      `No price for resource type ${unknown.join(', ')}. Add it to tools/cloud-bill/src/prices.ts.`,
    );
}

/** @throws Error when no template has the function */
export function functionOf(all: readonly Resource[], functionName: string): Resource {
  const found = all.find(({ Properties }) => String(Properties['FunctionName']).startsWith(functionName));
  if (!found) throw new Error(`The templates have no function ${functionName}.`);
  return found;
}

/** @throws Error when no template has a stage of the HTTP API */
export function apiStageOf(all: readonly Resource[]): Resource {
  const found = all.find(({ Type }) => Type === 'AWS::ApiGatewayV2::Stage');
  if (!found) throw new Error('The templates have no stage of an HTTP API.');
  return found;
}
