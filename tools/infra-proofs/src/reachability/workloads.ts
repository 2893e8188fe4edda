import { allOf, follow } from '../template/references';
import { managedDatabasesIn } from './managed-databases';
import { subnetsOf, type Subnet } from './subnets';
import type { Templates } from '@clickstream/infra/synthesised';

/** Something with an address in the network. */
export interface Workload {
  readonly name: string;
  readonly groups: readonly string[];
  readonly subnet: Subnet;
  readonly hasPublicAddress: boolean;
}

interface Interface {
  readonly SubnetId: unknown;
  readonly GroupSet: unknown[];
  readonly AssociatePublicIpAddress?: boolean;
}

/**
 * Every instance, every Lambda with a network interface, every managed database, and every
 * interface endpoint.
 */
export function workloadsOf(templates: Templates): Workload[] {
  const subnets = subnetsOf(templates);
  const workload = (
    stack: string,
    name: string,
    subnetIds: readonly unknown[],
    groups: readonly unknown[],
    publicAddress?: boolean,
  ): Workload[] =>
    subnetIds.map((subnetId) => {
      const subnet = subnets.get(follow(templates, stack, subnetId));
      if (!subnet) throw new Error(`${name} is not in any subnet`);
      const groupIds = groups.map((group) => follow(templates, stack, group));
      return {
        name,
        subnet,
        groups: groupIds,
        hasPublicAddress: publicAddress ?? subnet.givesPublicAddresses,
      };
    });

  const instances = allOf(templates, 'AWS::EC2::Instance').flatMap(({ stack, resource: { Properties } }) => {
    const tags = Properties['Tags'] as { Key: string; Value: string }[];
    const name = tags.find(({ Key }) => Key === 'Name')?.Value ?? 'an instance without a name';
    return (Properties['NetworkInterfaces'] as Interface[]).flatMap((one) =>
      workload(stack, name, [one.SubnetId], one.GroupSet, one.AssociatePublicIpAddress),
    );
  });
  const functions = allOf(templates, 'AWS::Lambda::Function').flatMap(
    ({ stack, resource: { Properties } }) => {
      const where = Properties['VpcConfig'] as
        { SubnetIds: unknown[]; SecurityGroupIds: unknown[] } | undefined;
      if (!where) return [];
      return workload(stack, String(Properties['FunctionName']), where.SubnetIds, where.SecurityGroupIds);
    },
  );
  const databases = managedDatabasesIn(templates).flatMap(({ stack, name, subnetIds, groups, isPublic }) =>
    workload(stack, name, subnetIds, groups, isPublic),
  );
  const endpoints = allOf(templates, 'AWS::EC2::VPCEndpoint')
    .filter(({ resource }) => resource.Properties['VpcEndpointType'] === 'Interface')
    .flatMap(({ stack, name, resource: { Properties } }) => {
      const service = JSON.stringify(Properties['ServiceName']).match(/\.([a-z0-9]+)"/)?.[1] ?? name;
      return workload(
        stack,
        `endpoint ${service}`,
        Properties['SubnetIds'] as unknown[],
        Properties['SecurityGroupIds'] as unknown[],
      );
    });
  return [...instances, ...functions, ...databases, ...endpoints];
}
