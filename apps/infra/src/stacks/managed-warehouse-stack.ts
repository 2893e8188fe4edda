import { CfnOutput, Duration, Fn, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  CfnRouteTable,
  CfnSecurityGroup,
  CfnSecurityGroupEgress,
  CfnSecurityGroupIngress,
  CfnSubnet,
  CfnSubnetRouteTableAssociation,
} from 'aws-cdk-lib/aws-ec2';
import { CfnDBInstance, CfnDBParameterGroup, CfnDBSubnetGroup } from 'aws-cdk-lib/aws-rds';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledge';
import { alarm } from '../constructs/alarm';
import { publish, shared } from '../parameters';
import type { Stage } from '../stages/stages';

const POSTGRESQL = 5432;

/** RDS asks for two zones; the machine is in the one of the others, and this one stays empty. */
const SECOND_SUBNET = { cidrBlock: '10.0.144.0/20', availabilityZone: Fn.select(1, Fn.getAzs()) };

/** The least that RDS takes for a volume, in GiB. */
const LEAST_GIB = 20;

/**
 * `clickstream-dw`: an empty clickstream_dw on RDS for PostgreSQL, which the ETL and the dashboard
 * may reach. docs/growth.md says when it is worth its price, and what moves the warehouse there.
 */
export class ManagedWarehouseStack extends Stack {
  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id, {
      stackName: `clickstream-managed-warehouse${stage.suffix}`,
      description: 'Clickstream: the warehouse on RDS for PostgreSQL',
      env: { region: stage.region },
      terminationProtection: stage.protected,
    });
    const database = this.database(stage, this.securityGroup(stage));
    publish(this, stage, 'managed-warehouse/host', database.attrEndpointAddress);
    new CfnOutput(this, 'MasterSecret', { value: database.attrMasterUserSecretSecretArn });
    this.alarms(stage, database);
  }

  /** Lets the ETL and the dashboard in, and nothing out. */
  private securityGroup(stage: Stage): string {
    const group = new CfnSecurityGroup(this, 'sg_managed_DWH', {
      groupName: `sg_managed_DWH${stage.suffix}`,
      groupDescription: 'The warehouse on RDS',
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

  private database(stage: Stage, securityGroup: string): CfnDBInstance {
    const { instanceType, dataGiB } = stage.profile.warehouse;
    const parameters = new CfnDBParameterGroup(this, 'Parameters', {
      family: 'postgres17',
      description: 'The warehouse: TLS only, as its machine has it',
      parameters: { 'rds.force_ssl': '1', jit: '0', timezone: 'UTC' },
    });
    const database = new CfnDBInstance(this, 'Database', {
      dbInstanceIdentifier: `clickstream-dw${stage.suffix}`,
      engine: 'postgres',
      engineVersion: '17',
      autoMinorVersionUpgrade: true,
      dbInstanceClass: `db.${instanceType}`,
      allocatedStorage: String(Math.max(LEAST_GIB, dataGiB)),
      storageType: 'gp3',
      storageEncrypted: true,
      masterUsername: 'dw_master',
      manageMasterUserPassword: true,
      enableIamDatabaseAuthentication: true,
      dbSubnetGroupName: this.subnets(stage).ref,
      dbParameterGroupName: parameters.ref,
      vpcSecurityGroups: [securityGroup],
      availabilityZone: shared(this, stage, 'network/availability-zone'),
      multiAz: false,
      publiclyAccessible: false,
      backupRetentionPeriod: stage.profile.snapshotsKept,
      copyTagsToSnapshot: true,
      deletionProtection: stage.protected,
      enableCloudwatchLogsExports: ['postgresql'],
      enablePerformanceInsights: false,
    });
    database.applyRemovalPolicy(RemovalPolicy.SNAPSHOT);
    acknowledge(database, 'AwsSolutions-RDS3', 'One zone, as all of the platform: S3 has every event.');
    acknowledge(database, 'AwsSolutions-RDS11', 'The port is not a secret: two security groups decide.');
    if (!stage.protected)
      acknowledge(database, 'AwsSolutions-RDS10', 'A trial can be destroyed without further steps.');
    return database;
  }

  private alarms(stage: Stage, database: CfnDBInstance): void {
    alarm(this, 'managed-warehouse-disk', stage, {
      namespace: 'AWS/RDS',
      metricName: 'FreeStorageSpace',
      dimensions: { DBInstanceIdentifier: database.ref },
      statistic: 'Minimum',
      minutes: Duration.hours(1).toMinutes(),
      below: 10 * 2 ** 30,
      description:
        'The volume of the managed warehouse has less than 10 GiB left: raise dataGiB in profiles.ts.',
      page: 'docs/runbooks/grow.md',
    });
  }
}
