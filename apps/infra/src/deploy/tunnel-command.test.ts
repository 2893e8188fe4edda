import { tunnelCommand } from './tunnel-command';

it('forwards the dashboard’s port through SSM, without an address of the machine', () => {
  expect(tunnelCommand('i-0123456789abcdef0', 'ap-southeast-1', 3900).join(' ')).toBe(
    'ssm start-session --region ap-southeast-1 --target i-0123456789abcdef0 ' +
      '--document-name AWS-StartPortForwardingSession --parameters portNumber=3838,localPortNumber=3900',
  );
});
