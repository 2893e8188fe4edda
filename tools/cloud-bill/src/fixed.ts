import type { Resource } from '@clickstream/infra';
import { PRICES } from './prices';
import { USAGE } from './usage';

const GIB = 2 ** 30;

/** US dollars of the interface endpoints among these resources. */
export function endpoints(found: readonly Resource[]): number {
  return found
    .filter(({ Properties }) => Properties['VpcEndpointType'] === 'Interface')
    .map(({ Properties }) => (Properties['SubnetIds'] as unknown[]).length)
    .reduce((sum, zones) => sum + zones * PRICES.interfaceEndpointHour * PRICES.hoursPerMonth, 0);
}

const instancesIn = (resources: readonly Resource[]) =>
  resources.filter(({ Type }) => Type === 'AWS::EC2::Instance');

/**
 * US dollars of each machine among these resources, by its name.
 *
 * @throws Error for an instance type without a price
 */
export function machines(resources: readonly Resource[]): Readonly<Record<string, number>> {
  return Object.fromEntries(
    instancesIn(resources).map(({ Properties }) => {
      const type = String(Properties['InstanceType']);
      const hour = (PRICES.instanceHour as Readonly<Record<string, number>>)[type];
      if (hour === undefined)
        throw new Error(`${type} has no price: add it to tools/cloud-bill/src/prices.ts.`);
      const name = (Properties['Tags'] as { Key: string; Value: string }[]).find(({ Key }) => Key === 'Name');
      const isPublic = (Properties['NetworkInterfaces'] as { AssociatePublicIpAddress?: boolean }[]).some(
        (one) => one.AssociatePublicIpAddress,
      );
      const dollars = (hour + (isPublic ? PRICES.publicIpv4Hour : 0)) * PRICES.hoursPerMonth;
      return [name?.Value ?? type, dollars];
    }),
  );
}

/**
 * US dollars of the managed databases among these resources. Backups are free up to the size of
 * the volume.
 *
 * @param bytes of data in each
 * @throws Error for a class without a price
 */
export function managedDatabases(
  resources: readonly Resource[],
  bytes: number,
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    resources
      .filter(
        ({ Type, Properties }) => Type === 'AWS::RDS::DBInstance' && Properties['Engine'] === 'postgres',
      )
      .map(({ Properties }) => {
        const { DBInstanceClass, DBInstanceIdentifier, AllocatedStorage, BackupRetentionPeriod } = Properties;
        const hour = (PRICES.databaseHour as Readonly<Record<string, number>>)[String(DBInstanceClass)];
        if (hour === undefined)
          throw new Error(`${DBInstanceClass} has no price: add it to tools/cloud-bill/src/prices.ts.`);
        const size = Number(AllocatedStorage);
        const days = Number(BackupRetentionPeriod);
        const backups = Math.min(size, bytes / GIB) * (1 + USAGE.volumeChangedPerDay * days);
        const dollars =
          hour * PRICES.hoursPerMonth +
          size * PRICES.databaseGp3GibMonth +
          Math.max(0, backups - size) * PRICES.databaseBackupGibMonth;
        return [`${DBInstanceIdentifier} on RDS, with its volume`, dollars];
      }),
  );
}

/**
 * US dollars of Aurora, at the most units that it may use. Backups are free up to the size of the
 * data.
 *
 * @param bytes of data
 * @param events in a month
 */
export function auroraClusters(
  resources: readonly Resource[],
  bytes: number,
  events: number,
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    resources
      .filter(({ Type }) => Type === 'AWS::RDS::DBCluster')
      .map(({ Properties }) => {
        const { DBClusterIdentifier, ServerlessV2ScalingConfiguration, BackupRetentionPeriod } = Properties;
        const { MaxCapacity } = ServerlessV2ScalingConfiguration as { readonly MaxCapacity: number };
        const backups = (bytes / GIB) * USAGE.volumeChangedPerDay * Number(BackupRetentionPeriod);
        const dollars =
          MaxCapacity * PRICES.auroraUnitHour * PRICES.hoursPerMonth +
          (bytes / GIB) * PRICES.auroraGibMonth +
          backups * PRICES.databaseBackupGibMonth +
          ((events * USAGE.auroraIosPerEvent) / 1e6) * PRICES.auroraMillionIos;
        return [`${DBClusterIdentifier} on Aurora, at most`, dollars];
      }),
  );
}

/** Data on the volumes: so many bytes, or a share of their size. */
type Content = { readonly bytes: number } | { readonly share: number };

/** US dollars of the disks of these machines, and of the snapshots of their data volumes. */
export function disks(resources: readonly Resource[], snapshotsKept: number, content: Content): number {
  const system = instancesIn(resources)
    .flatMap(({ Properties }) => Properties['BlockDeviceMappings'] as { Ebs: { VolumeSize: number } }[])
    .reduce((sum, { Ebs }) => sum + Ebs.VolumeSize, 0);
  const data = resources
    .filter(({ Type }) => Type === 'AWS::EC2::Volume')
    .reduce((sum, { Properties }) => sum + Number(Properties['Size']), 0);
  const used = 'share' in content ? data * content.share : Math.min(data, content.bytes / GIB);
  const snapshots = used * (1 + USAGE.volumeChangedPerDay * snapshotsKept);
  return (system + data) * PRICES.gp3GibMonth + snapshots * PRICES.snapshotGibMonth;
}
