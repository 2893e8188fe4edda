import { allOf, follow } from '../template/references';
import type { Templates } from '@clickstream/infra/synthesised';

/**
 * Properties that must refer to a resource of the templates, by type. A literal id may
 * also name one of these.
 */
const MUST_BE_REFERENCES: Readonly<Record<string, readonly string[]>> = {
  'AWS::EC2::Route': ['RouteTableId'],
  'AWS::EC2::SecurityGroupEgress': ['GroupId'],
  'AWS::EC2::SecurityGroupIngress': ['GroupId'],
  'AWS::EC2::SubnetRouteTableAssociation': ['RouteTableId', 'SubnetId'],
  'AWS::EC2::VPCGatewayAttachment': ['VpcId'],
};

/** Resources that refer to another one by a literal id, which the graph cannot follow. */
export function strayIds(templates: Templates): string[] {
  return Object.entries(MUST_BE_REFERENCES).flatMap(([type, properties]) =>
    allOf(templates, type).flatMap(({ stack, resource }) =>
      properties
        .map((property) => follow(templates, stack, resource.Properties[property]))
        .filter((target) => !target.includes('/'))
        .map((target) => `${type} at ${target}`),
    ),
  );
}
