import { Aws, Stack } from 'aws-cdk-lib';
import { CfnVPCEndpoint } from 'aws-cdk-lib/aws-ec2';
import { StarPrincipal, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import {
  assetsBucketName,
  BOOKS_FOLDER,
  hostBucketName,
  LAKE_FILES,
  LAKE_FOLDER,
  LAKE_MANIFEST,
  LOADED_FOLDERS,
  RAW_FOLDERS,
  rawBucketName,
  RECEIPTS_FOLDER,
} from '../stages/bucket-names';
import type { Stage } from '../stages/stages';
import { switchesOf } from '../switches';

/**
 * The only ways out of the network: S3 through the route tables, SSM through network interfaces in
 * the private subnet.
 */
export class Endpoints extends Construct {
  /** Id of the S3 endpoint, which the bucket policy names. */
  readonly s3: string;

  constructor(
    scope: Construct,
    id: string,
    props: { stage: Stage; vpc: string; subnet: string; routeTables: string[]; securityGroup: string },
  ) {
    super(scope, id);
    this.s3 = new CfnVPCEndpoint(this, 'S3', {
      vpcId: props.vpc,
      vpcEndpointType: 'Gateway',
      serviceName: `com.amazonaws.${Aws.REGION}.s3`,
      routeTableIds: props.routeTables,
      policyDocument: this.s3Policy(props.stage),
    }).ref;

    const services = ['ssm', 'ssmmessages', ...(switchesOf(this).ec2messages ? ['ec2messages'] : [])];
    for (const service of services)
      new CfnVPCEndpoint(this, service, {
        vpcId: props.vpc,
        vpcEndpointType: 'Interface',
        serviceName: `com.amazonaws.${Aws.REGION}.${service}`,
        subnetIds: [props.subnet],
        securityGroupIds: [props.securityGroup],
        privateDnsEnabled: true,
        ...(service === 'ssm' ? { policyDocument: ownAccountOnly() } : {}),
      });
  }

  /** The accounts whose objects may pass, whatever other rights the caller has. */
  private s3Policy(stage: Stage): PolicyDocument {
    const { partition } = Stack.of(this);
    const arn = (bucketAndKeys: string) => `arn:${partition}:s3:::${bucketAndKeys}`;
    const raw = rawBucketName(this, stage);
    const host = hostBucketName(stage);
    const assets = assetsBucketName();
    const own = { StringEquals: { 'aws:PrincipalAccount': Aws.ACCOUNT_ID } };
    const allow = (sid: string, actions: string[], resources: string[], conditions: object = own) =>
      new PolicyStatement({
        sid,
        principals: [new StarPrincipal()],
        actions,
        resources: resources.map(arn),
        conditions: { ...conditions },
      });
    return new PolicyDocument({
      statements: [
        allow(
          'EtlReadsEvents',
          ['s3:GetObject'],
          LOADED_FOLDERS.map((keys) => `${raw}/${keys}`),
        ),
        allow('ShopWritesBooks', ['s3:PutObject'], [`${raw}/${BOOKS_FOLDER}`]),
        allow(
          'MaintenanceErases',
          ['s3:PutObject'],
          [...RAW_FOLDERS, RECEIPTS_FOLDER, LAKE_MANIFEST].map((keys) => `${raw}/${keys}`),
        ),
        allow('MaintenanceReadsTheLakesManifest', ['s3:GetObject'], [`${raw}/${LAKE_MANIFEST}`]),
        allow(
          'MaintenanceAndCompactionRemove',
          ['s3:DeleteObject'],
          LAKE_FILES.map((keys) => `${raw}/${keys}`),
        ),
        // Whatever the switch `growth` says: erasures and retentions keep a lake that it has left.
        allow(
          'MaintenanceAndCompactionKeepTheLake',
          ['s3:GetObject', 's3:PutObject'],
          [`${raw}/${LAKE_FOLDER}`],
        ),
        allow('MaintenanceAsksForVersions', ['s3:GetBucketVersioning'], [raw]),
        allow('HostReadsBundles', ['s3:GetObject'], [`${host}/bundles/*`, `${assets}/*`]),
        allow('Lists', ['s3:ListBucket', 's3:GetBucketLocation'], [raw, host, assets]),
        allow('HostWritesItsLog', ['s3:PutObject'], [`${host}/logs/*`]),
        // The agent's files are public, and fetched without a signature.
        allow('SsmAgent', ['s3:GetObject'], [`amazon-ssm-${Aws.REGION}/*`, `aws-ssm-${Aws.REGION}/*`], {}),
      ],
    });
  }
}

function ownAccountOnly(): PolicyDocument {
  return new PolicyDocument({
    statements: [
      new PolicyStatement({
        principals: [new StarPrincipal()],
        actions: ['ssm:*'],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:PrincipalAccount': Aws.ACCOUNT_ID } },
      }),
    ],
  });
}
