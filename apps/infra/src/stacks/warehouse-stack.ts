import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { APP_BUNDLE, osBundleKey } from '@clickstream/machine-setup';
import { parameterFolder } from '../parameters';
import { alarm } from '../constructs/alarm';
import { allow } from '../constructs/allow';
import { machineReadsPasswords } from '../constructs/database-parameters';
import { DebianHost } from '../constructs/debian-host';
import { hostAlarms } from '../constructs/host-alarms';
import { HostSoftware } from '../constructs/host-software';
import type { Stage } from '../stages/stages';
import { switchesOf } from '../switches';
import { NETWORK } from './network-stack';

/**
 * `SBW_EC2_ShinyDWH`: clickstream_dw and its dashboard, on a machine that only the ETL and SSM can
 * reach.
 */
export class WarehouseStack extends Stack {
  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id, {
      stackName: `clickstream-warehouse${stage.suffix}`,
      description: 'Clickstream: warehouse and dashboard',
      env: { region: stage.region },
      terminationProtection: stage.protected,
    });
    const { attachWarehouseVolume, warehouseSnapshot, warehouseVolume } = switchesOf(this);
    const host = new DebianHost(this, 'Host', {
      stage,
      name: 'SBW_EC2_ShinyDWH',
      database: 'warehouse',
      ...stage.profile.warehouse,
      subnet: 'network/private-subnet',
      securityGroup: 'network/sg-analytics-shiny-dwh',
      attachVolume: attachWarehouseVolume,
      ...(warehouseSnapshot ? { snapshot: warehouseSnapshot } : {}),
      ...(warehouseVolume ? { volume: warehouseVolume } : {}),
    });
    allow(host.role, machineReadsPasswords(this, stage, 'warehouse'));
    // Without its volume there is nothing to install on.
    if (attachWarehouseVolume)
      new HostSoftware(this, 'Software', {
        stage,
        host,
        name: 'SBW_EC2_ShinyDWH',
        documentName: 'SBW_InstallWarehouse',
        appBundle: APP_BUNDLE,
        osBundleKey: osBundleKey(),
        installOptions: [
          `--data-device ${host.dataDevice}`,
          `--private-network ${NETWORK.private}`,
          `--parameters ${parameterFolder(stage)}/warehouse`,
          `--region ${this.region}`,
        ],
      });
    hostAlarms(this, 'warehouse', stage, host, 'docs/runbooks/restore-the-warehouse.md');
    alarm(this, 'warehouse-down', stage, {
      namespace: 'AWS/EC2',
      metricName: 'StatusCheckFailed',
      dimensions: { InstanceId: host.instance.ref },
      statistic: 'Maximum',
      minutes: 5,
      periods: 3,
      above: 0,
      description: 'SBW_EC2_ShinyDWH does not run. Events wait in S3.',
      page: 'docs/runbooks/replace-the-instance.md',
    });
  }
}
