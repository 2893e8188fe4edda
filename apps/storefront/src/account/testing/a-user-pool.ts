import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CognitoConfig } from '../../config';
import { cognito } from '../cognito';

export interface TestUserPool {
  readonly config: CognitoConfig;
  /** The id token of a new customer, in these groups of the pool. */
  idTokenOf(email: string, ...groups: string[]): Promise<string>;
  close(): Promise<void>;
}

/** The program that npm start runs, too. */
const SERVE = resolve(import.meta.dirname, '../../../../../tools/local-servers/src/cognito/serve.mjs');

/**
 * A new user pool in a real cognito-local process; every code is 123456.
 *
 * @param codeSeconds for which a code of a forgotten password works
 */
export async function aUserPool(codeSeconds = 3_600): Promise<TestUserPool> {
  const folder = await mkdtemp(join(tmpdir(), 'user-pool-'));
  await mkdir(join(folder, '.cognito'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = spawn(process.execPath, ['--no-deprecation', SERVE], {
    cwd: folder,
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      CODE: '123456',
      CODE_SECONDS: String(codeSeconds),
    },
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const close = async () => {
    server.kill();
    await ended;
    await rm(folder, { recursive: true, force: true });
  };

  try {
    await untilItAnswers(url);
    const pool = await admin<{ UserPool: { Id: string } }>(url, 'CreateUserPool', {
      PoolName: 'test',
      UsernameAttributes: ['email'],
      AutoVerifiedAttributes: ['email'],
    });
    const client = await admin<{ UserPoolClient: { ClientId: string } }>(url, 'CreateUserPoolClient', {
      UserPoolId: pool.UserPool.Id,
      ClientName: 'test',
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    });
    const config = {
      url,
      userPoolId: pool.UserPool.Id,
      clientId: client.UserPoolClient.ClientId,
      devCode: null,
    };
    return { config, idTokenOf: (...customer) => signedIn(config, ...customer), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function signedIn(pool: CognitoConfig, email: string, ...groups: string[]): Promise<string> {
  const { url, clientId: ClientId, userPoolId: UserPoolId } = pool;
  const Password = 'Correct-horse-7';
  const UserAttributes = [
    { Name: 'email', Value: email },
    { Name: 'name', Value: 'Mai' },
  ];
  await admin(url, 'SignUp', { ClientId, Username: email, Password, UserAttributes });
  await admin(url, 'ConfirmSignUp', { ClientId, Username: email, ConfirmationCode: '123456' });
  // Cognito does it with the confirmation; the emulator does not.
  const confirmed = [
    { Name: 'email', Value: email },
    { Name: 'email_verified', Value: 'true' },
  ];
  await admin(url, 'AdminUpdateUserAttributes', { UserPoolId, Username: email, UserAttributes: confirmed });
  for (const GroupName of groups) {
    await admin(url, 'CreateGroup', { UserPoolId, GroupName });
    await admin(url, 'AdminAddUserToGroup', { UserPoolId, GroupName, Username: email });
  }
  const { idToken } = await cognito(pool).signIn(email, Password);
  return idToken;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function untilItAnswers(url: string): Promise<void> {
  for (let attempt = 0; attempt < 150; attempt++) {
    const answered = await fetch(`${url}/health`).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await sleep(200);
  }
  throw new Error('cognito-local does not answer.');
}

async function admin<Answer>(url: string, operation: string, input: object): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
    },
    body: JSON.stringify(input),
  });
  return (await response.json()) as Answer;
}
