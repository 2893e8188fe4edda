import { isPortFree } from '@clickstream/local-servers';

/** The port of each service, and the environment variable that changes it. */
export const PORT_SETTINGS = {
  storefront: { variable: 'STOREFRONT_PORT', port: 4200 },
  httpApi: { variable: 'API_PORT', port: 4300 },
  objectStore: { variable: 'S3_PORT', port: 4310 },
  signIn: { variable: 'COGNITO_PORT', port: 4320 },
  shopDatabase: { variable: 'WEB_DB_PORT', port: 4330 },
  warehouse: { variable: 'DW_DB_PORT', port: 4340 },
  dashboards: { variable: 'SHINY_PORT', port: 3838 },
} as const;

export type ServiceId = keyof typeof PORT_SETTINGS;
export type Ports = Readonly<Record<ServiceId, number>>;

/**
 * Finds a problem with the ports of these services before anything is started.
 *
 * @returns one line, or undefined when all are free
 */
export async function portProblem(ports: Ports, services: readonly ServiceId[]): Promise<string | undefined> {
  for (const service of services) {
    const twin = services.find((other) => other !== service && ports[other] === ports[service]);
    const { variable } = PORT_SETTINGS[service];
    if (twin)
      return `${variable} and ${PORT_SETTINGS[twin].variable} are both ${ports[service]}: change one of them.`;
  }
  const taken: ServiceId[] = [];
  for (const service of services) if (!(await isPortFree(ports[service]))) taken.push(service);
  if (taken.length === 0) return undefined;
  const list = taken.map((service) => `${ports[service]} (${PORT_SETTINGS[service].variable})`).join(', ');
  return taken.length === 1
    ? `Port ${list} is taken: stop what listens there, or set the variable to another port.`
    : `Ports ${list} are taken: stop what listens there, or set the variables to other ports.`;
}
