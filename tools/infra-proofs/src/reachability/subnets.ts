import { allOf, follow } from '../template/references';
import type { Templates } from '@clickstream/infra/synthesised';

type RouteTarget = 'internet gateway' | 'nat' | 's3' | `unknown: ${string}`;

/** A subnet and the targets of its routes other than the VPC. */
export interface Subnet {
  readonly id: string;
  readonly cidr: string;
  readonly givesPublicAddresses: boolean;
  /**
   * `internet gateway` needs a public address, `nat` does not; anything else
   * is unknown to this proof.
   */
  readonly routes: readonly RouteTarget[];
}

/** All subnets, by id. */
export function subnetsOf(templates: Templates): Map<string, Subnet> {
  const subnets = allOf(templates, 'AWS::EC2::Subnet').map(({ id, resource }): Subnet => {
    const tables = allOf(templates, 'AWS::EC2::SubnetRouteTableAssociation')
      .filter((one) => follow(templates, one.stack, one.resource.Properties['SubnetId']) === id)
      .map((one) => follow(templates, one.stack, one.resource.Properties['RouteTableId']));
    return {
      id,
      cidr: String(resource.Properties['CidrBlock']),
      givesPublicAddresses: String(resource.Properties['MapPublicIpOnLaunch']) === 'true',
      routes: tables.flatMap((table) => [
        ...routesOf(templates, table),
        ...gatewayEndpointsOf(templates, table),
      ]),
    };
  });
  return new Map(subnets.map((subnet) => [subnet.id, subnet]));
}

function routesOf(templates: Templates, table: string): RouteTarget[] {
  return allOf(templates, 'AWS::EC2::Route')
    .filter(({ stack, resource }) => follow(templates, stack, resource.Properties['RouteTableId']) === table)
    .map(({ stack, resource: { Properties } }): RouteTarget => {
      if (Properties['NatGatewayId']) return 'nat';
      const gateway = Properties['GatewayId'] ? follow(templates, stack, Properties['GatewayId']) : '';
      const isInternet = allOf(templates, 'AWS::EC2::InternetGateway').some(({ id }) => id === gateway);
      return isInternet ? 'internet gateway' : `unknown: ${JSON.stringify(Properties)}`;
    });
}

function gatewayEndpointsOf(templates: Templates, table: string): RouteTarget[] {
  return allOf(templates, 'AWS::EC2::VPCEndpoint')
    .filter(({ resource }) => resource.Properties['VpcEndpointType'] === 'Gateway')
    .filter(({ stack, resource }) =>
      (resource.Properties['RouteTableIds'] as unknown[]).some(
        (one) => follow(templates, stack, one) === table,
      ),
    )
    .map(({ resource }): RouteTarget => {
      const service = JSON.stringify(resource.Properties['ServiceName']);
      return /\.s3"/.test(service) ? 's3' : `unknown: ${service}`;
    });
}
