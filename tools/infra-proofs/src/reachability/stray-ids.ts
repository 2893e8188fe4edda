import { allOf, follow } from '../template/references';
import type { Templates } from '@clickstream/infra/synthesised';

/** Properties that must lead to a resource of ours, by kind. An id that is written out may be one of ours all the same. */
const LEAD_TO_OURS: Readonly<Record<string, readonly string[]>> = {
  'AWS::EC2::Route': ['RouteTableId'],
  'AWS::EC2::SecurityGroupEgress': ['GroupId'],
  'AWS::EC2::SecurityGroupIngress': ['GroupId'],
  'AWS::EC2::SubnetRouteTableAssociation': ['RouteTableId', 'SubnetId'],
  'AWS::EC2::VPCGatewayAttachment': ['VpcId'],
};

/** Resources that change something by its bare id, so that no graph of these templates can follow them. */
export function strayIds(templates: Templates): string[] {
  return Object.entries(LEAD_TO_OURS).flatMap(([type, properties]) =>
    allOf(templates, type).flatMap(({ stack, resource }) =>
      properties
        .map((property) => follow(templates, stack, resource.Properties[property]))
        .filter((target) => !target.includes('/'))
        .map((target) => `${type} at ${target}`),
    ),
  );
}
