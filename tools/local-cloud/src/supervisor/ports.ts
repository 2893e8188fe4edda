import { isPortFree } from '@clickstream/local-servers';

/** The port of each part, and the environment variable that changes it. */
export const PORT_SETTINGS = {
  storefront: { variable: 'STOREFRONT_PORT', port: 4200 },
  httpApi: { variable: 'API_PORT', port: 4300 },
  objectStore: { variable: 'S3_PORT', port: 4310 },
  signIn: { variable: 'COGNITO_PORT', port: 4320 },
  shopDatabase: { variable: 'WEB_DB_PORT', port: 4330 },
  warehouse: { variable: 'DW_DB_PORT', port: 4340 },
  dashboards: { variable: 'SHINY_PORT', port: 3838 },
} as const;

export type PartId = keyof typeof PORT_SETTINGS;
export type Ports = Readonly<Record<PartId, number>>;

/**
 * What is wrong with the ports that these parts want, before anything is started.
 *
 * @returns one line, or undefined when all are free
 */
export async function portProblem(ports: Ports, parts: readonly PartId[]): Promise<string | undefined> {
  for (const part of parts) {
    const twin = parts.find((other) => other !== part && ports[other] === ports[part]);
    const { variable } = PORT_SETTINGS[part];
    if (twin)
      return `${variable} and ${PORT_SETTINGS[twin].variable} are both ${ports[part]}: change one of them.`;
  }
  const taken: PartId[] = [];
  for (const part of parts) if (!(await isPortFree(ports[part]))) taken.push(part);
  if (taken.length === 0) return undefined;
  const list = taken.map((part) => `${ports[part]} (${PORT_SETTINGS[part].variable})`).join(', ');
  return taken.length === 1
    ? `Port ${list} is taken: stop what listens there, or set the variable to another port.`
    : `Ports ${list} are taken: stop what listens there, or set the variables to other ports.`;
}
