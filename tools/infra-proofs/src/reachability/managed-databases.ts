import { allOf, follow } from '../template/references';
import type { Resource, Templates } from '@clickstream/infra/synthesised';

/** A managed database in the network. */
export interface ManagedDatabase {
  /** The stack of its subnets. */
  readonly stack: string;
  readonly name: string;
  /** It may be in any of them. */
  readonly subnetIds: readonly unknown[];
  readonly groups: readonly string[];
  readonly isPublic: boolean;
}

/** Every database of RDS, and every cluster of Aurora with its instances. */
export function managedDatabasesIn(templates: Templates): ManagedDatabase[] {
  const instances = allOf(templates, 'AWS::RDS::DBInstance');
  const isPublic = ({ Properties }: Resource) => String(Properties['PubliclyAccessible']) === 'true';
  const found = (stack: string, id: unknown, name: unknown, groups: unknown, open: boolean) => {
    const subnets = follow(templates, stack, id);
    const where = allOf(templates, 'AWS::RDS::DBSubnetGroup').find((group) => group.id === subnets);
    if (!where) throw new Error(`${stack}: the subnets of a database cannot be read: ${subnets}`);
    return {
      stack: where.stack,
      name: String(name),
      subnetIds: where.resource.Properties['SubnetIds'] as unknown[],
      groups: (groups as unknown[]).map((group) => follow(templates, stack, group)),
      isPublic: open,
    };
  };
  const alone = instances.filter(({ resource }) => !('DBClusterIdentifier' in resource.Properties));
  return [
    ...alone.map(({ stack, resource }) => {
      const { DBSubnetGroupName, DBInstanceIdentifier, VPCSecurityGroups } = resource.Properties;
      return found(stack, DBSubnetGroupName, DBInstanceIdentifier, VPCSecurityGroups, isPublic(resource));
    }),
    ...allOf(templates, 'AWS::RDS::DBCluster').map(({ stack, resource: { Properties } }) => {
      const { DBSubnetGroupName, DBClusterIdentifier, VpcSecurityGroupIds } = Properties;
      const open = instances.some((one) => !alone.includes(one) && isPublic(one.resource));
      return found(stack, DBSubnetGroupName, DBClusterIdentifier, VpcSecurityGroupIds, open);
    }),
  ];
}
