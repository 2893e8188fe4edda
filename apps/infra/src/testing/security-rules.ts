import { allOf, follow } from './references';
import type { Templates } from './synthesised';

/** What a security group lets through, to or from one other side. */
export interface Rule {
  /** Ports as `5432`, `1-1024` or `all`; nothing but TCP matters here. */
  readonly ports: string;
  readonly group?: string;
  readonly cidr?: string;
  readonly prefixList?: string;
}

const EVERYWHERE: Rule = { ports: 'all', cidr: '0.0.0.0/0' };

/** The rules of a security group in one direction, inline ones and those that stand alone. */
export function rulesOf(templates: Templates, group: string, direction: 'Ingress' | 'Egress'): Rule[] {
  const owner = allOf(templates, 'AWS::EC2::SecurityGroup').find(({ id }) => id === group);
  if (!owner) throw new Error(`${group} is no security group`);
  const inline = (owner.resource.Properties[`SecurityGroup${direction}`] ?? []) as Record<string, unknown>[];
  const alone = allOf(templates, `AWS::EC2::SecurityGroup${direction}`)
    .filter(({ stack, resource }) => follow(templates, stack, resource.Properties['GroupId']) === group)
    .map(({ stack, resource }) => ruleOf(templates, stack, resource.Properties));
  const rules = [...inline.map((rule) => ruleOf(templates, owner.stack, rule)), ...alone].flat();
  // EC2 gives a group without rules one that lets everything out.
  return direction === 'Egress' && inline.length === 0 && alone.length === 0 ? [EVERYWHERE] : rules;
}

function ruleOf(templates: Templates, stack: string, rule: Record<string, unknown>): Rule[] {
  const protocol = String(rule['IpProtocol']);
  if (!['tcp', '6', '-1'].includes(protocol)) return [];
  const [from, to] = [rule['FromPort'], rule['ToPort']];
  const ports = protocol === '-1' || from === undefined ? 'all' : from === to ? `${from}` : `${from}-${to}`;
  const group = rule['SourceSecurityGroupId'] ?? rule['DestinationSecurityGroupId'];
  const cidr = rule['CidrIp'] ?? rule['CidrIpv6'];
  const prefixList = rule['DestinationPrefixListId'] ?? rule['SourcePrefixListId'];
  return [
    {
      ports,
      ...(group ? { group: follow(templates, stack, group) } : {}),
      ...(cidr ? { cidr: String(cidr) } : {}),
      ...(prefixList ? { prefixList: String(prefixList) } : {}),
    },
  ];
}

/** The ports that both sides let through, or nothing. */
export function commonPorts(one: string, other: string): string | undefined {
  const range = (ports: string): [number, number] => {
    if (ports === 'all') return [0, 65_535];
    const [from = 0, to = from] = ports.split('-').map(Number);
    return [from, to];
  };
  const [a, b] = [range(one), range(other)];
  const [from, to] = [Math.max(a[0], b[0]), Math.min(a[1], b[1])];
  if (from > to) return undefined;
  if (from === 0 && to === 65_535) return 'all';
  return from === to ? `${from}` : `${from}-${to}`;
}
