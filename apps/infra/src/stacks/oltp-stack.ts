import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { osBundleKey, WEB_DB_BUNDLE } from '@clickstream/machine-setup';
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
 * `SBW_EC2_WebDB`: clickstream_web, in the public subnet as the design has it, but without a public
 * address: its packages come through S3, and no connection from or to the internet is possible.
 */
export class OltpStack extends Stack {
  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id, {
      stackName: `clickstream-oltp${stage.suffix}`,
      description: 'Clickstream: database of the shop',
      env: { region: stage.region },
      terminationProtection: stage.protected,
    });
    const { attachShopVolume, shopSnapshot } = switchesOf(this);
    const host = new DebianHost(this, 'Host', {
      stage,
      name: 'SBW_EC2_WebDB',
      database: 'shop-database',
      ...stage.profile.shopDatabase,
      subnet: 'network/public-subnet',
      securityGroup: 'network/sg-oltp-web-db',
      attachVolume: attachShopVolume,
      // Orders are in no other place, so an hour of them is the most that may be lost.
      hourlySnapshots: true,
      ...(shopSnapshot ? { snapshot: shopSnapshot } : {}),
    });
    allow(host.role, machineReadsPasswords(this, stage, 'shop-database'));
    // Without its volume there is nothing to install on.
    if (attachShopVolume)
      new HostSoftware(this, 'Software', {
        stage,
        host,
        name: 'SBW_EC2_WebDB',
        documentName: 'SBW_InstallWebDB',
        appBundle: WEB_DB_BUNDLE,
        osBundleKey: osBundleKey(),
        installOptions: [
          `--data-device ${host.dataDevice}`,
          // The shop Lambda is in the private subnet, the machine in the public one.
          `--private-network ${NETWORK.vpc}`,
          `--parameters ${parameterFolder(stage)}/shop-database`,
          `--region ${this.region}`,
        ],
      });
    hostAlarms(this, 'shop-database', stage, host, 'docs/runbooks/shop-database.md');
    alarm(this, 'shop-database-down', stage, {
      namespace: 'AWS/EC2',
      metricName: 'StatusCheckFailed',
      dimensions: { InstanceId: host.instance.ref },
      statistic: 'Maximum',
      minutes: 5,
      periods: 3,
      above: 0,
      description: 'SBW_EC2_WebDB does not run, so the shop sells nothing.',
      page: 'docs/runbooks/shop-database.md',
    });
  }
}
