import {
  all,
  atMachine,
  ETL,
  groupId,
  inject,
  INTERNET,
  logicalId,
  openTo,
  PRIVATE_ROUTES,
  privateRoute,
  WAREHOUSE,
  WEB_DB,
  type Copy,
} from './inject';
import { allOf, follow } from '../template/references';
import type { Resource } from '@clickstream/infra/synthesised';

/** A fault injected into the templates, and a path that must appear because of it. */
interface Misconfiguration {
  readonly what: string;
  readonly change: (copy: Copy) => void;
  readonly path: string | RegExp;
}

/** Opens a port of the shop's database and gives it a public address. */
const openWebDb = (...rule: Parameters<typeof openTo> extends [string, ...infer Rest] ? Rest : never) =>
  all(atMachine('Oltp', { AssociatePublicIpAddress: true }), openTo(WEB_DB, ...rule));

export const MISCONFIGURATIONS: readonly Misconfiguration[] = [
  {
    what: 'port 5432 of the shop’s database open to the internet',
    change: openWebDb({ CidrIp: '0.0.0.0/0' }, 5432),
    path: 'internet → SBW_EC2_WebDB 5432',
  },
  {
    what: 'SSH open to half of the internet',
    change: openWebDb({ CidrIp: '128.0.0.0/1' }, 22),
    path: 'internet → SBW_EC2_WebDB 22',
  },
  {
    what: 'port 5432 open to one foreign address',
    change: openWebDb({ CidrIp: '203.0.113.7/32' }, 5432, 6),
    path: 'internet → SBW_EC2_WebDB 5432',
  },
  {
    what: 'an IPv6 rule',
    change: openWebDb({ CidrIpv6: '::/0' }, 5432),
    path: 'internet → SBW_EC2_WebDB 5432',
  },
  {
    what: 'a prefix list with unknown addresses',
    change: openWebDb({ SourcePrefixListId: 'pl-12345678' }, 5432),
    path: 'internet → SBW_EC2_WebDB 5432',
  },
  {
    what: 'an open rule for UDP',
    change: openWebDb({ CidrIp: '0.0.0.0/0' }, 53, 'udp'),
    path: 'internet → SBW_EC2_WebDB udp 53',
  },
  {
    what: 'a public address and an open way out for the shop’s database',
    change: all(
      atMachine('Oltp', { AssociatePublicIpAddress: true }),
      inject('AWS::EC2::SecurityGroupEgress', 'Network', {
        GroupId: groupId(WEB_DB),
        IpProtocol: 'tcp',
        FromPort: 443,
        ToPort: 443,
        CidrIp: '0.0.0.0/0',
      }),
    ),
    path: 'SBW_EC2_WebDB → internet 443',
  },
  {
    what: 'the warehouse open to the network, and a neighbour that may go there',
    change: all(
      openTo(WAREHOUSE, { CidrIp: '10.0.0.0/16' }, 443),
      inject('AWS::EC2::SecurityGroupEgress', 'Network', {
        GroupId: groupId(WEB_DB),
        IpProtocol: '-1',
        CidrIp: '10.0.0.0/8',
      }),
    ),
    path: 'SBW_EC2_WebDB → SBW_EC2_ShinyDWH 443',
  },
  {
    what: 'the dashboard’s port open to the ETL, which may go there',
    change: all(
      openTo(WAREHOUSE, { SourceSecurityGroupId: groupId(ETL) }, 3838),
      inject('AWS::EC2::SecurityGroupEgress', 'Network', {
        GroupId: groupId(ETL),
        IpProtocol: '-1',
        CidrIp: '10.0.0.0/8',
      }),
    ),
    path: 'SBW_Lamda_ETL → SBW_EC2_ShinyDWH 3838',
  },
  {
    what: 'a security group with EC2’s default of unrestricted egress',
    change: (copy) => {
      const resources = copy['Network']?.Resources as Record<string, Resource>;
      const group = logicalId('AWS::EC2::SecurityGroup', ETL);
      delete resources[group]?.Properties['SecurityGroupEgress'];
      for (const { stack, name, resource } of allOf(copy, 'AWS::EC2::SecurityGroupEgress'))
        if (follow(copy, stack, resource.Properties['GroupId']) === `Network/${group}`)
          delete (copy[stack]?.Resources as Record<string, Resource>)[name];
    },
    path: 'SBW_Lamda_ETL → S3 all',
  },
  {
    what: 'a second security group on a machine',
    change: all(
      atMachine('Oltp', { GroupSet: [{ Ref: 'Wide' }], AssociatePublicIpAddress: true }),
      (copy) =>
        ((copy['Oltp']?.Resources as Record<string, Resource>)['Wide'] = {
          Type: 'AWS::EC2::SecurityGroup',
          Properties: { SecurityGroupIngress: [{ IpProtocol: '-1', CidrIp: '0.0.0.0/0' }] },
        }),
    ),
    path: 'internet → SBW_EC2_WebDB all',
  },
  {
    what: 'a public route in the private route table',
    change: privateRoute(INTERNET),
    path: '10.0.128.0/20 → internet gateway',
  },
  {
    what: 'the private subnet associated with the public route table',
    change: (copy) => {
      for (const { stack, resource } of allOf(copy, 'AWS::EC2::SubnetRouteTableAssociation'))
        if (stack === 'Network')
          resource.Properties['RouteTableId'] = { Ref: logicalId('AWS::EC2::RouteTable', 'PublicRoutes') };
    },
    path: '10.0.128.0/20 → internet gateway',
  },
  {
    what: 'a public route, a public address and an open rule for the warehouse',
    change: all(
      privateRoute(INTERNET),
      atMachine('Warehouse', { AssociatePublicIpAddress: true }),
      openTo(WAREHOUSE, { CidrIp: '0.0.0.0/0' }, 5432),
    ),
    path: 'internet → SBW_EC2_ShinyDWH 5432',
  },
  {
    what: 'public addresses by the subnet’s own default',
    change: (copy) => {
      for (const { resource } of allOf(copy, 'AWS::EC2::Subnet'))
        resource.Properties['MapPublicIpOnLaunch'] = 'true';
    },
    path: '10.0.128.0/20 gives public addresses',
  },
  {
    what: 'another subnet with a public route',
    change: (copy) => {
      const resources = copy['Network']?.Resources as Record<string, Resource>;
      resources['Second'] = { Type: 'AWS::EC2::Subnet', Properties: { CidrBlock: '10.0.64.0/20' } };
      inject('AWS::EC2::SubnetRouteTableAssociation', 'Network', {
        SubnetId: { Ref: 'Second' },
        RouteTableId: { Ref: logicalId('AWS::EC2::RouteTable', 'PublicRoutes') },
      })(copy);
    },
    path: '10.0.64.0/20 → internet gateway',
  },
  {
    what: 'a machine that forwards traffic, as a NAT does',
    change: privateRoute({ InstanceId: { Ref: 'Some' } }),
    path: /^10\.0\.128\.0\/20 → unknown/,
  },
  {
    what: 'a NAT',
    change: privateRoute({ NatGatewayId: { Ref: 'Nat' } }),
    path: '10.0.128.0/20 → nat',
  },
  {
    what: 'a route to somewhere unknown',
    change: privateRoute({ TransitGatewayId: 'tgw-1' }),
    path: /^10\.0\.128\.0\/20 → unknown/,
  },
  {
    what: 'a rule for a security group with a literal id',
    change: inject('AWS::EC2::SecurityGroupIngress', 'Warehouse', {
      GroupId: 'sg-0123456789abcdef0',
      IpProtocol: '-1',
      CidrIp: '0.0.0.0/0',
    }),
    path: 'by AWS::EC2::SecurityGroupIngress at sg-0123456789abcdef0',
  },
  {
    what: 'a route in a route table with a literal id',
    change: inject('AWS::EC2::Route', 'Network', { RouteTableId: 'rtb-1', ...INTERNET }),
    path: 'by AWS::EC2::Route at rtb-1',
  },
  {
    what: 'a public route, a public address and an open rule for the managed database',
    change: (copy) => {
      const resources = copy['ManagedWarehouse']?.Resources as Record<string, Resource>;
      for (const { Type, Properties } of Object.values(resources)) {
        if (Type === 'AWS::RDS::DBInstance') Properties['PubliclyAccessible'] = true;
        if (Type === 'AWS::EC2::SecurityGroupIngress') Properties['CidrIp'] = '0.0.0.0/0';
        if (Type === 'AWS::EC2::SecurityGroupIngress') delete Properties['SourceSecurityGroupId'];
      }
      privateRoute(INTERNET)(copy);
    },
    path: 'internet → clickstream-dw 5432',
  },
  {
    what: 'a gateway endpoint of another service',
    change: inject('AWS::EC2::VPCEndpoint', 'Network', {
      VpcEndpointType: 'Gateway',
      ServiceName: 'com.amazonaws.ap-southeast-1.dynamodb',
      RouteTableIds: [PRIVATE_ROUTES],
    }),
    path: /^10\.0\.128\.0\/20 → unknown: .*dynamodb/,
  },
];
