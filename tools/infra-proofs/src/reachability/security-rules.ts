import { portsOf, EVERY_PORT, type Ports } from './ports';
import { allOf, follow } from '../template/references';
import type { Templates } from '@clickstream/infra/synthesised';

/** Traffic that a security group allows to or from one other side. */
export interface Rule {
  readonly ports: Ports;
  readonly group?: string;
  readonly cidr?: string;
  readonly prefixList?: string;
}

const EVERYWHERE: Rule = { ports: EVERY_PORT, cidr: '0.0.0.0/0' };

/** The rules of a security group in one direction, inline and as resources. */
export function rulesOf(templates: Templates, group: string, direction: 'Ingress' | 'Egress'): Rule[] {
  const owner = allOf(templates, 'AWS::EC2::SecurityGroup').find(({ id }) => id === group);
  if (!owner) throw new Error(`${group} is not a security group`);
  const inline = (owner.resource.Properties[`SecurityGroup${direction}`] ?? []) as Record<string, unknown>[];
  const alone = allOf(templates, `AWS::EC2::SecurityGroup${direction}`)
    .filter(({ stack, resource }) => follow(templates, stack, resource.Properties['GroupId']) === group)
    .map(({ stack, resource }) => ruleOf(templates, stack, resource.Properties));
  const rules = [...inline.map((rule) => ruleOf(templates, owner.stack, rule)), ...alone];
  // EC2 gives a group without rules one that lets everything out.
  return direction === 'Egress' && rules.length === 0 ? [EVERYWHERE] : rules;
}

/** @throws Error for a rule whose other side cannot be read, since it may be anybody */
function ruleOf(templates: Templates, stack: string, rule: Record<string, unknown>): Rule {
  const group = rule['SourceSecurityGroupId'] ?? rule['DestinationSecurityGroupId'];
  const cidr = rule['CidrIp'] ?? rule['CidrIpv6'];
  const prefixList = rule['DestinationPrefixListId'] ?? rule['SourcePrefixListId'];
  const ports = portsOf(rule);
  if (group !== undefined) return { ports, group: follow(templates, stack, group) };
  if (typeof cidr === 'string') return { ports, cidr };
  if (prefixList !== undefined) return { ports, prefixList: JSON.stringify(prefixList).replaceAll('"', '') };
  throw new Error(`${stack}: the other side of a rule cannot be read: ${JSON.stringify(rule)}`);
}
