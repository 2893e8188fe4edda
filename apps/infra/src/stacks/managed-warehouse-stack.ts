import { CfnOutput, Fn, Stack } from 'aws-cdk-lib';
import {
  CfnRouteTable,
  CfnSecurityGroup,
  CfnSecurityGroupEgress,
  CfnSecurityGroupIngress,
  CfnSubnet,
  CfnSubnetRouteTableAssociation,
} from 'aws-cdk-lib/aws-ec2';
import { CfnDBSubnetGroup } from 'aws-cdk-lib/aws-rds';
import type { Construct } from 'constructs';
import { AuroraWarehouse } from '../constructs/managed-warehouse/aurora-warehouse';
import { RdsWarehouse } from '../constructs/managed-warehouse/rds-warehouse';
import { publish, shared } from '../parameters';
import type { Stage } from '../stages/stages';
import type { ManagedWarehouse } from '../switches';

const POSTGRESQL = 5432;

/** RDS asks for two zones; the machine is in the one of the others, and this one stays empty. */
const SECOND_SUBNET = { cidrBlock: '10.0.144.0/20', availabilityZone: Fn.select(1, Fn.getAzs()) };

/**
 * `clickstream-dw`: an empty clickstream_dw on RDS or Aurora, which the ETL and the dashboard may
 * reach. docs/growth.md says when it is worth its price, and what moves the warehouse there.
 */
export class ManagedWarehouseStack extends Stack {
  constructor(scope: Construct, id: string, stage: Stage, service: ManagedWarehouse) {
    super(scope, id, {
      stackName: `clickstream-managed-warehouse${stage.suffix}`,
      description: 'Clickstream: the warehouse on a managed PostgreSQL',
      env: { region: stage.region },
      terminationProtection: stage.protected,
    });
    const network = { subnets: this.subnets(stage).ref, securityGroup: this.securityGroup(stage) };
    const Database = service === 'aurora' ? AuroraWarehouse : RdsWarehouse;
    const { host, masterSecret } = new Database(this, 'Warehouse', { stage, ...network });
    publish(this, stage, 'managed-warehouse/host', host);
    new CfnOutput(this, 'MasterSecret', { value: masterSecret });
  }

  /** Lets the ETL and the dashboard in, and nothing out. */
  private securityGroup(stage: Stage): string {
    const group = new CfnSecurityGroup(this, 'sg_managed_DWH', {
      groupName: `sg_managed_DWH${stage.suffix}`,
      groupDescription: 'The managed warehouse',
      vpcId: shared(this, stage, 'network/vpc'),
      securityGroupEgress: [
        {
          ipProtocol: 'icmp',
          fromPort: 252,
          toPort: 86,
          cidrIp: '255.255.255.255/32',
          description: 'Nothing',
        },
      ],
    }).attrGroupId;
    for (const [name, from] of [
      ['EtlToManagedWarehouse', shared(this, stage, 'network/sg-lambda-etl')],
      ['DashboardToManagedWarehouse', shared(this, stage, 'network/sg-analytics-shiny-dwh')],
    ] as const) {
      const rule = { ipProtocol: 'tcp', fromPort: POSTGRESQL, toPort: POSTGRESQL, description: name };
      new CfnSecurityGroupEgress(this, `${name}Out`, {
        groupId: from,
        destinationSecurityGroupId: group,
        ...rule,
      });
      new CfnSecurityGroupIngress(this, `${name}In`, {
        groupId: group,
        sourceSecurityGroupId: from,
        ...rule,
      });
    }
    return group;
  }

  private subnets(stage: Stage): CfnDBSubnetGroup {
    const vpcId = shared(this, stage, 'network/vpc');
    const second = new CfnSubnet(this, 'SecondSubnet', {
      vpcId,
      ...SECOND_SUBNET,
      mapPublicIpOnLaunch: false,
    });
    const routes = new CfnRouteTable(this, 'SecondRoutes', { vpcId });
    new CfnSubnetRouteTableAssociation(this, 'SecondRoutesOfSubnet', {
      subnetId: second.ref,
      routeTableId: routes.ref,
    });
    return new CfnDBSubnetGroup(this, 'Subnets', {
      dbSubnetGroupDescription: 'Private subnets in two zones',
      subnetIds: [shared(this, stage, 'network/private-subnet'), second.ref],
    });
  }
}
