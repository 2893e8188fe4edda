import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { cognitoCall } from './cognito-call';
import { startCognito } from './start-cognito';

interface SignedIn {
  readonly AuthenticationResult: { readonly IdToken: string };
}

describe('startCognito', () => {
  const home = mkdtempSync(join(tmpdir(), 'start-cognito-test-'));
  const start = () => startCognito({ dir: join(home, 'accounts'), code: '123456' });
  const account = { USERNAME: 'an@example.com', PASSWORD: 'Passw0rd!1' };
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it('keeps its pool, its client and its accounts when it is killed and started again', async () => {
    const first = await start();
    const client = { ClientId: first.clientId, Username: account.USERNAME };
    await cognitoCall(first.url, 'SignUp', { ...client, Password: account.PASSWORD });
    await cognitoCall(first.url, 'ConfirmSignUp', { ...client, ConfirmationCode: '123456' });
    process.kill(first.process.pid, 'SIGKILL');
    await first.ended;

    const second = await start();
    expect([second.userPoolId, second.clientId]).toEqual([first.userPoolId, first.clientId]);
    const signedIn = await cognitoCall<SignedIn>(second.url, 'InitiateAuth', {
      ClientId: second.clientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: account,
    });
    expect(signedIn.AuthenticationResult.IdToken).toMatch(/^ey/);
    await second.stop();
  });

  it('has a member of a group from the start on, also at the next start', async () => {
    const member = { email: 'mai@example.com', password: 'Passw0rd!2', name: 'Mai', group: 'desk' };
    const groupsAfterStart = async () => {
      const server = await startCognito({ dir: join(home, 'with-member'), code: '123456', member });
      const { AuthenticationResult } = await cognitoCall<SignedIn>(server.url, 'InitiateAuth', {
        ClientId: server.clientId,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: member.email, PASSWORD: member.password },
      });
      await server.stop();
      const claims = Buffer.from(AuthenticationResult.IdToken.split('.')[1] ?? '', 'base64url');
      return (JSON.parse(claims.toString()) as Record<string, unknown>)['cognito:groups'];
    };
    expect([await groupsAfterStart(), await groupsAfterStart()]).toEqual([['desk'], ['desk']]);
  });

  it('names the error that Cognito answers with', async () => {
    const server = await start();
    const wrong = { ClientId: server.clientId, Username: account.USERNAME, ConfirmationCode: '000000' };
    await expect(cognitoCall(server.url, 'ConfirmSignUp', wrong)).rejects.toMatchObject({
      name: expect.any(String),
    });
    await server.stop();
  });
});
