import type { Templates } from '@clickstream/infra/synthesised';

/** Resource types that the graph follows, by service. */
const FOLLOWED: Readonly<Record<string, readonly string[]>> = {
  EC2: [
    'FlowLog',
    'Instance',
    'InternetGateway',
    'Route',
    'RouteTable',
    'SecurityGroup',
    'SecurityGroupEgress',
    'SecurityGroupIngress',
    'Subnet',
    'SubnetRouteTableAssociation',
    'VPC',
    'VPCEndpoint',
    'VPCGatewayAttachment',
    'Volume',
    'VolumeAttachment',
  ],
  Lambda: ['EventInvokeConfig', 'Function', 'Permission'],
  ApiGatewayV2: ['Api', 'Integration', 'Route', 'Stage'],
  Amplify: ['App', 'Branch'],
  RDS: ['DBCluster', 'DBClusterParameterGroup', 'DBInstance', 'DBParameterGroup', 'DBSubnetGroup'],
  S3: ['Bucket', 'BucketPolicy'],
};

/** Services whose resources have no address in a network, and give none. */
const WITHOUT_ADDRESS = [
  'Athena',
  'Budgets',
  'CDK',
  'CloudWatch',
  'Cognito',
  'DLM',
  'Events',
  'Glue',
  'IAM',
  'KMS',
  'Logs',
  'SES',
  'SNS',
  'SQS',
  'SSM',
  'Scheduler',
];

/**
 * Resource types that the graph does not follow. Any of them may open a path: a load balancer, a
 * peering, an address, a function URL, or a type that does not exist yet.
 */
export function unfollowedResources(templates: Templates): string[] {
  const kinds = new Set(
    Object.values(templates).flatMap(({ Resources }) => Object.values(Resources).map(({ Type }) => Type)),
  );
  return [...kinds].filter((type) => {
    const [vendor, service = '', kind = ''] = type.split('::');
    const isKnown = WITHOUT_ADDRESS.includes(service) || FOLLOWED[service]?.includes(kind);
    return vendor !== 'AWS' || !isKnown;
  });
}
