import { bucketsBehindTheEndpoint, waysIn } from './testing/reachability';
import { allOf } from './testing/references';
import { changed, synthesised } from './testing/synthesised';
import type { Resource, Template, Templates } from './testing/synthesised';

const templates = synthesised({ ec2messages: true });

/** All connections that the design wants, and that are possible. */
const WANTED = [
  '10.0.0.0/20 → internet gateway',
  '10.0.128.0/20 → s3',
  'SBW_EC2_ShinyDWH → S3 443',
  'SBW_EC2_ShinyDWH → endpoint ec2messages 443',
  'SBW_EC2_ShinyDWH → endpoint ssm 443',
  'SBW_EC2_ShinyDWH → endpoint ssmmessages 443',
  'SBW_EC2_WebDB → endpoint ec2messages 443',
  'SBW_EC2_WebDB → endpoint ssm 443',
  'SBW_EC2_WebDB → endpoint ssmmessages 443',
  'SBW_EC2_WebDB → internet 443',
  'SBW_EC2_WebDB → internet 80',
  'SBW_Lamda_ETL → S3 443',
  'SBW_Lamda_ETL → SBW_EC2_ShinyDWH 5432',
  'SBW_Lamda_ETL → endpoint ec2messages 443',
  'SBW_Lamda_ETL → endpoint ssm 443',
  'SBW_Lamda_ETL → endpoint ssmmessages 443',
  'clickstream-lambda-shop → SBW_EC2_WebDB 5432',
  'clickstream-lambda-shop → endpoint ec2messages 443',
  'clickstream-lambda-shop → endpoint ssm 443',
  'clickstream-lambda-shop → endpoint ssmmessages 443',
].sort();

it('lets through the connections of the design, and no other one', () => {
  expect(waysIn(templates)).toEqual(WANTED);
});

it('lets nothing in from the internet: not to the warehouse, the ETL, or the shop’s database', () => {
  expect(waysIn(templates).filter((way) => way.startsWith('internet'))).toEqual([]);
});

it('has no way to the dashboard’s port: it is on loopback, and SSM is the tunnel', () => {
  expect(
    waysIn(templates).filter((way) => /ShinyDWH (?!5432)/.test(way) && !way.startsWith('SBW_EC2_Shiny')),
  ).toEqual([]);
});

it('has the ranges of the design, and no NAT', () => {
  expect(allOf(templates, 'AWS::EC2::VPC').map(({ resource }) => resource.Properties['CidrBlock'])).toEqual([
    '10.0.0.0/16',
  ]);
  const subnets = allOf(templates, 'AWS::EC2::Subnet').map(
    ({ resource }) => resource.Properties['CidrBlock'],
  );
  expect(subnets.sort()).toEqual(['10.0.0.0/20', '10.0.128.0/20']);
  expect(allOf(templates, 'AWS::EC2::NatGateway')).toEqual([]);
});

it('opens the S3 endpoint for our own buckets and the SSM agent’s, and for no other', () => {
  expect(bucketsBehindTheEndpoint(templates)).toEqual([
    'amazon-ssm-…',
    'aws-ssm-…',
    'cdk-hnb659fds-assets-…-…',
    'clickstream-hosts-…-…',
    'clickstream-s3-ingest-…-…',
  ]);
});

/** A planted hole: what is changed, and a way that must appear because of it. */
type Hole = [what: string, change: (copy: Record<string, Template>) => void, way: string | RegExp];

function edit(
  copy: Record<string, Template>,
  type: string,
  part: string,
  stack = '',
): Record<string, unknown> {
  const found = allOf(copy as Templates, type).find(
    ({ id, name }) => name.includes(part) && id.startsWith(stack),
  );
  if (!found) throw new Error(`No ${type} ${part}`);
  return found.resource.Properties;
}

function plant(copy: Record<string, Template>, name: string, Type: string, Properties: object): void {
  (copy['Network']?.Resources as Record<string, Resource>)[name] = {
    Type,
    Properties: Properties as Resource['Properties'],
  };
}

const logicalId = (type: string, part: string) =>
  allOf(templates, type).find(({ name }) => name.includes(part))?.name ?? '';
const privateRoutes = { Ref: logicalId('AWS::EC2::RouteTable', 'PrivateRoutes') };
const openTo = (group: string, cidr: object, port: number) => (copy: Record<string, Template>) =>
  plant(copy, 'Hole', 'AWS::EC2::SecurityGroupIngress', {
    GroupId: { 'Fn::GetAtt': [logicalId('AWS::EC2::SecurityGroup', group), 'GroupId'] },
    IpProtocol: 'tcp',
    FromPort: port,
    ToPort: port,
    ...cidr,
  });

const publicRoute = (copy: Record<string, Template>) =>
  plant(copy, 'PublicRoute', 'AWS::EC2::Route', {
    RouteTableId: privateRoutes,
    DestinationCidrBlock: '0.0.0.0/0',
    GatewayId: { Ref: logicalId('AWS::EC2::InternetGateway', '') },
  });

const HOLES: Hole[] = [
  [
    '5432 of the shop’s database open to all',
    openTo('sgoltpwebDB', { CidrIp: '0.0.0.0/0' }, 5432),
    'internet → SBW_EC2_WebDB 5432',
  ],
  [
    'SSH open to half of the internet',
    openTo('sgoltpwebDB', { CidrIp: '128.0.0.0/1' }, 22),
    'internet → SBW_EC2_WebDB 22',
  ],
  ['an IPv6 rule', openTo('sgoltpwebDB', { CidrIpv6: '::/0' }, 5432), 'internet → SBW_EC2_WebDB 5432'],
  [
    'the warehouse open to the network, and a neighbour that may go there',
    openTo('sganalyticsShinyDWH', { CidrIp: '10.0.0.0/16' }, 443),
    'SBW_EC2_WebDB → SBW_EC2_ShinyDWH 443',
  ],
  [
    'a security group that lets everything out by EC2’s default',
    (copy) => {
      const shop = logicalId('AWS::EC2::SecurityGroup', 'sgLambdaETL');
      delete (copy['Network']?.Resources[shop]?.Properties as Record<string, unknown>)['SecurityGroupEgress'];
      for (const { name } of allOf(copy as Templates, 'AWS::EC2::SecurityGroupEgress'))
        if (JSON.stringify(copy['Network']?.Resources[name]).includes(shop))
          delete (copy['Network']?.Resources as Record<string, Resource>)[name];
    },
    'SBW_Lamda_ETL → S3 all',
  ],
  ['a public route in the private route table', publicRoute, '10.0.128.0/20 → internet gateway'],
  [
    'a public route, a public address and an open rule at the warehouse',
    (copy) => {
      publicRoute(copy);
      const [port] = edit(copy, 'AWS::EC2::Instance', 'Host', 'Warehouse')['NetworkInterfaces'] as {
        AssociatePublicIpAddress?: boolean;
      }[];
      if (port) port.AssociatePublicIpAddress = true;
      openTo('sganalyticsShinyDWH', { CidrIp: '0.0.0.0/0' }, 5432)(copy);
    },
    'internet → SBW_EC2_ShinyDWH 5432',
  ],
  [
    'a NAT',
    (copy) => {
      plant(copy, 'Nat', 'AWS::EC2::NatGateway', {});
      plant(copy, 'Hole', 'AWS::EC2::Route', { RouteTableId: privateRoutes, NatGatewayId: { Ref: 'Nat' } });
    },
    'by AWS::EC2::NatGateway',
  ],
  [
    'a peering',
    (copy) => plant(copy, 'Hole', 'AWS::EC2::VPCPeeringConnection', {}),
    'by AWS::EC2::VPCPeeringConnection',
  ],
  [
    'a route to somewhere unknown',
    (copy) =>
      plant(copy, 'Hole', 'AWS::EC2::Route', { RouteTableId: privateRoutes, TransitGatewayId: 'tgw-1' }),
    /^10\.0\.128\.0\/20 → unknown/,
  ],
  [
    'another security group at a machine',
    (copy) => {
      const [port] = edit(copy, 'AWS::EC2::Instance', 'Host', 'Oltp')['NetworkInterfaces'] as Record<
        string,
        unknown
      >[];
      if (port) port['GroupSet'] = [{ Ref: 'Wide' }];
      (copy['Oltp']?.Resources as Record<string, Resource>)['Wide'] = {
        Type: 'AWS::EC2::SecurityGroup',
        Properties: { SecurityGroupIngress: [{ IpProtocol: '-1', CidrIp: '0.0.0.0/0' }] },
      };
    },
    'internet → SBW_EC2_WebDB all',
  ],
];

it.each(HOLES)('notices %s', (_what, change, way) => {
  const ways = waysIn(changed(templates, change));
  expect(ways).not.toEqual(WANTED);
  expect(ways).toContainEqual(typeof way === 'string' ? way : expect.stringMatching(way));
});

it('notices an endpoint policy that opens all buckets', () => {
  const wide = changed(templates, (copy) => {
    const policy = edit(copy, 'AWS::EC2::VPCEndpoint', 'S3')['PolicyDocument'] as { Statement: object[] };
    policy.Statement.push({ Effect: 'Allow', Action: 's3:*', Resource: '*', Principal: '*' });
  });
  expect(bucketsBehindTheEndpoint(wide)).toContain('*');
});
