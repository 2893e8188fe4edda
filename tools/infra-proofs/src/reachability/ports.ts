/** A protocol, `all` for every one, and the first and last of its ports. */
export interface Ports {
  readonly protocol: string;
  readonly from: number;
  readonly to: number;
}

const LAST = 65_535;

export const EVERY_PORT: Ports = { protocol: 'all', from: 0, to: LAST };

/** Protocols by their numbers, which EC2 also accepts. */
const NAMES: Readonly<Record<string, string>> = { '-1': 'all', '1': 'icmp', '6': 'tcp', '17': 'udp' };

/** The ports of a rule of a security group. */
export function portsOf(rule: Readonly<Record<string, unknown>>): Ports {
  const given = String(rule['IpProtocol']).toLowerCase();
  const protocol = NAMES[given] ?? given;
  const [from, to] = [rule['FromPort'], rule['ToPort']];
  // Only TCP and UDP have ports. For other protocols a rule allows everything, or a part that does
  // not matter here.
  if (!['tcp', 'udp'].includes(protocol) || from === undefined) return { protocol, from: 0, to: LAST };
  return { protocol, from: Number(from), to: Number(to ?? from) };
}

/**
 * Ports that both allow: `5432`, `1-1024` or `all` for TCP, `udp 53` for
 * others; undefined for none.
 */
export function commonPorts(one: Ports, other: Ports): string | undefined {
  const protocol = one.protocol === 'all' ? other.protocol : one.protocol;
  if (other.protocol !== 'all' && other.protocol !== protocol) return undefined;
  const from = Math.max(one.from, other.from);
  const to = Math.min(one.to, other.to);
  return from > to ? undefined : textOf({ protocol, from, to });
}

/** As {@link commonPorts} writes it. */
export function textOf({ protocol, from, to }: Ports): string {
  const ports = from === 0 && to === LAST ? 'all' : from === to ? `${from}` : `${from}-${to}`;
  return ['tcp', 'all'].includes(protocol) ? ports : `${protocol} ${ports}`;
}
