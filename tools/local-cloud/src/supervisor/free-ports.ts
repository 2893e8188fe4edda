import { freePort } from '@clickstream/local-servers';
import { PORT_SETTINGS, type ServiceId, type Ports } from './ports';

/** A free port for each service, for one of several local clouds on a machine. */
export async function freePorts(): Promise<Ports> {
  const ports = new Set<number>();
  const services = Object.keys(PORT_SETTINGS) as ServiceId[];
  while (ports.size < services.length) ports.add(await freePort());
  const [...list] = ports;
  return Object.fromEntries(services.map((service, index) => [service, list[index]])) as Record<
    ServiceId,
    number
  >;
}
