import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnDBCluster, CfnDBClusterParameterGroup, CfnDBInstance } from 'aws-cdk-lib/aws-rds';
import { Construct } from 'constructs';
import { acknowledge } from '../../acknowledge';
import { shared } from '../../parameters';
import type { InstanceTypeName } from '../../stages/profiles';
import { alarm } from '../alarm';
import {
  acknowledgeDatabase,
  ALARM_MINUTES,
  MASTER,
  PARAMETERS,
  type ManagedDatabaseProps,
} from './managed-database';

/** The memory of each machine, in units of Aurora, which have 2 GiB. */
const UNITS: Readonly<Record<InstanceTypeName, number>> = {
  't4g.micro': 0.5,
  't4g.small': 1,
  't4g.medium': 2,
  't4g.large': 4,
  't4g.xlarge': 8,
};

/**
 * A warehouse on Aurora Serverless v2, with at most the memory of the machine. Its volume grows by
 * itself, and is in three zones.
 */
export class AuroraWarehouse extends Construct {
  readonly host: string;
  /** Where the password of dw_master is. */
  readonly masterSecret: string;

  constructor(scope: Construct, id: string, props: ManagedDatabaseProps) {
    super(scope, id);
    const { stage } = props;
    const cluster = this.cluster(props);
    const writer = new CfnDBInstance(this, 'Writer', {
      dbInstanceIdentifier: `clickstream-dw-writer${stage.suffix}`,
      dbClusterIdentifier: cluster.ref,
      engine: 'aurora-postgresql',
      dbInstanceClass: 'db.serverless',
      availabilityZone: shared(this, stage, 'network/availability-zone'),
      publiclyAccessible: false,
      autoMinorVersionUpgrade: true,
      enablePerformanceInsights: false,
    });
    acknowledge(writer, 'AwsSolutions-RDS10', 'The cluster is protected; its instance holds nothing.');
    this.host = cluster.attrEndpointAddress;
    this.masterSecret = cluster.attrMasterUserSecretSecretArn;
    alarm(scope, 'managed-warehouse-capacity', stage, {
      namespace: 'AWS/RDS',
      metricName: 'ACUUtilization',
      dimensions: { DBClusterIdentifier: cluster.ref },
      statistic: 'Minimum',
      minutes: ALARM_MINUTES,
      periods: 4,
      above: 90,
      description: 'Aurora has used all its units for four hours: raise instanceType in profiles.ts.',
      page: 'docs/runbooks/grow.md',
    });
  }

  private cluster({ stage, subnets, securityGroup }: ManagedDatabaseProps): CfnDBCluster {
    const units = UNITS[stage.profile.warehouse.instanceType];
    const parameters = new CfnDBClusterParameterGroup(this, 'ClusterParameters', {
      family: 'aurora-postgresql17',
      description: 'The warehouse: TLS only, as its machine has it',
      parameters: PARAMETERS,
    });
    const cluster = new CfnDBCluster(this, 'Cluster', {
      dbClusterIdentifier: `clickstream-dw${stage.suffix}`,
      engine: 'aurora-postgresql',
      engineVersion: '17.4',
      serverlessV2ScalingConfiguration: { minCapacity: 0.5, maxCapacity: Math.max(1, units) },
      storageEncrypted: true,
      ...MASTER,
      enableIamDatabaseAuthentication: true,
      dbSubnetGroupName: subnets,
      dbClusterParameterGroupName: parameters.ref,
      vpcSecurityGroupIds: [securityGroup],
      backupRetentionPeriod: stage.profile.snapshotsKept,
      copyTagsToSnapshot: true,
      deletionProtection: stage.protected,
      enableCloudwatchLogsExports: ['postgresql'],
    });
    cluster.applyRemovalPolicy(RemovalPolicy.SNAPSHOT);
    acknowledgeDatabase(cluster, stage);
    return cluster;
  }
}
