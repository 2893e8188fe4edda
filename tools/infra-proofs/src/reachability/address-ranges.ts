/** First and last address of a range such as `10.0.0.0/16`, as numbers. */
function bounds(cidr: string): [number, number] {
  const [address = '', length = '32'] = cidr.split('/');
  const base = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  return [base, base + 2 ** (32 - Number(length)) - 1];
}

const isIpv6 = (cidr: string) => cidr.includes(':');

/**
 * Tests if two ranges share an address. An IPv6 range shares none with the
 * network, which has IPv4 only.
 */
export function overlap(one: string, other: string): boolean {
  if (isIpv6(one) || isIpv6(other)) return false;
  const [a, b] = [bounds(one), bounds(other)];
  return a[0] <= b[1] && b[0] <= a[1];
}

/** Tests if a range has an address outside the network. */
export function reachesBeyond(cidr: string, network: string): boolean {
  if (isIpv6(cidr)) return true;
  const [a, b] = [bounds(cidr), bounds(network)];
  // CDK's placeholder for a group without egress.
  if (cidr === '255.255.255.255/32') return false;
  return a[0] < b[0] || a[1] > b[1];
}
