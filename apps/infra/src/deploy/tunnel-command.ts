/** Port of the dashboard on the machine, and by default on this one. */
export const DASHBOARD_PORT = 3838;

/**
 * The arguments of the AWS CLI that forward the dashboard's port to this machine, only through SSM.
 */
export function tunnelCommand(instance: string, region: string, localPort: number): string[] {
  return [
    'ssm',
    'start-session',
    '--region',
    region,
    '--target',
    instance,
    '--document-name',
    'AWS-StartPortForwardingSession',
    '--parameters',
    `portNumber=${DASHBOARD_PORT},localPortNumber=${localPort}`,
  ];
}
