/** Port of the dashboard on the machine, and on this one by default. */
export const DASHBOARD_PORT = 3838;

/**
 * The arguments of the AWS CLI that bring the dashboard's port to this machine, through SSM alone.
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
