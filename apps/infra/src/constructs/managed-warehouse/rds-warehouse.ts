import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnDBInstance, CfnDBParameterGroup } from 'aws-cdk-lib/aws-rds';
import { Construct } from 'constructs';
import { acknowledge } from '../../acknowledge';
import { shared } from '../../parameters';
import { alarm } from '../alarm';
import {
  acknowledgeDatabase,
  ALARM_MINUTES,
  MASTER,
  PARAMETERS,
  type ManagedDatabaseProps,
} from './managed-database';

/** The least that RDS takes for a volume, in GiB. */
const LEAST_GIB = 20;

/** A warehouse on RDS for PostgreSQL, in one zone, with the memory and the disk of the machine. */
export class RdsWarehouse extends Construct {
  readonly host: string;
  /** Where the password of dw_master is. */
  readonly masterSecret: string;

  constructor(scope: Construct, id: string, props: ManagedDatabaseProps) {
    super(scope, id);
    const database = this.database(props);
    this.host = database.attrEndpointAddress;
    this.masterSecret = database.attrMasterUserSecretSecretArn;
    alarm(scope, 'managed-warehouse-disk', props.stage, {
      namespace: 'AWS/RDS',
      metricName: 'FreeStorageSpace',
      dimensions: { DBInstanceIdentifier: database.ref },
      statistic: 'Minimum',
      minutes: ALARM_MINUTES,
      below: 10 * 2 ** 30,
      description:
        'The volume of the managed warehouse has less than 10 GiB left: raise dataGiB in profiles.ts.',
      page: 'docs/runbooks/grow.md',
    });
  }

  private database({ stage, subnets, securityGroup }: ManagedDatabaseProps): CfnDBInstance {
    const { instanceType, dataGiB } = stage.profile.warehouse;
    const parameters = new CfnDBParameterGroup(this, 'Parameters', {
      family: 'postgres17',
      description: 'The warehouse: TLS only, as its machine has it',
      parameters: PARAMETERS,
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
      ...MASTER,
      enableIamDatabaseAuthentication: true,
      dbSubnetGroupName: subnets,
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
    acknowledgeDatabase(database, stage);
    return database;
  }
}
