import { isIPv4, isIPv6 } from 'node:net';

/**
 * Cuts an address to its network, so that it does not identify a person: `203.0.113.7` →
 * `203.0.113.0` (/24), `2001:db8:1:2::7` → `2001:db8:1::` (/48). Null for anything but an address.
 */
export function networkOf(address: string | undefined): string | null {
  if (address === undefined) return null;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  const plain = mapped ?? address;
  if (isIPv4(plain)) return plain.replace(/\d+$/, '0');
  if (!isIPv6(plain)) return null;
  const [head = ''] = plain.toLowerCase().split('%');
  // "::" stands for zeros, and a network whose last groups are zero is
  // written with "::" anyway.
  const [beforeGap = ''] = head.split('::');
  const groups = beforeGap.split(':').filter((group) => group !== '');
  const network = groups.slice(0, 3).map((group) => group.replace(/^0+(?=.)/, ''));
  while (network.at(-1) === '0') network.pop();
  return `${network.join(':')}::`;
}
