import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { claimPort } from '../free-port';
import { startKept } from '../kept-process/start-kept';
import { runningServer, type RunningServer } from '../running-server';
import { answersHttp, waitUntil } from '../wait-until';
import { ensureMember, type GroupMember } from './group-member';
import { ensureUserPool, type UserPool } from './user-pool';

const SERVE = fileURLToPath(new URL('./serve.mjs', import.meta.url));

export interface CognitoOptions {
  /** Keeps the accounts here; made when absent. */
  readonly dir: string;
  /** Default: a free one. */
  readonly port?: number;
  /** The confirmation code of every sign-up. */
  readonly code: string;
  /** An account that is there from the start. */
  readonly member?: GroupMember;
  /** Default: `cognito.log` next to the accounts. */
  readonly logFile?: string;
}

/**
 * Starts a Cognito API server on 127.0.0.1 with one user pool and one app client, the same ones at
 * every start on the same folder. It ends with this process, however this process ends.
 *
 * @throws Error with one line about the reason when it cannot start
 */
export async function startCognito(options: CognitoOptions): Promise<RunningServer & UserPool> {
  const folder = resolve(options.dir);
  mkdirSync(join(folder, '.cognito', 'db'), { recursive: true });
  const port = await claimPort(options.port);
  const kept = await startKept({
    command: process.execPath,
    args: ['--no-deprecation', SERVE],
    env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', CODE: options.code, NO_COLOR: '1' },
    cwd: folder,
    logFile: options.logFile ?? join(dirname(folder), 'cognito.log'),
  });
  const url = `http://127.0.0.1:${port}`;
  if (await waitUntil(() => answersHttp(url), kept.ended)) {
    const pool = await ensureUserPool(url, 'clickstream-shop', 'storefront');
    if (options.member) await ensureMember(url, pool, options.member, options.code);
    return { ...runningServer(url, port, kept), ...pool };
  }
  const { lastOutput } = await kept.stop();
  throw new Error(`Cognito does not start on ${folder}: ${lastOutput}`);
}
