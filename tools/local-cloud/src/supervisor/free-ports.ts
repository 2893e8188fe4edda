import { freePort } from '@clickstream/local-servers';
import { PORT_SETTINGS, type PartId, type Ports } from './ports';

/** A free port for each part, for a local cloud beside others. */
export async function freePorts(): Promise<Ports> {
  const ports = new Set<number>();
  const parts = Object.keys(PORT_SETTINGS) as PartId[];
  while (ports.size < parts.length) ports.add(await freePort());
  const [...list] = ports;
  return Object.fromEntries(parts.map((part, index) => [part, list[index]])) as Record<PartId, number>;
}
