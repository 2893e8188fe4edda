import { spawn, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';

const WORKSPACE = resolve(import.meta.dirname, '../../../..');

/** The outcome of a command. */
export interface Outcome {
  readonly output: string;
  readonly errors: string;
  readonly code: unknown;
}

/** Environment of the Lambda and of the commands, for a test's bucket and warehouse. */
export function etlEnvironment(bucket: string, etlUrl: string): Record<string, string> {
  return {
    RAW_BUCKET: bucket,
    AWS_REGION: 'ap-southeast-1',
    AWS_ENDPOINT_URL_S3: process.env['TEST_S3_URL'] ?? '',
    AWS_ACCESS_KEY_ID: 'S3RVER',
    AWS_SECRET_ACCESS_KEY: 'S3RVER',
    S3_FORCE_PATH_STYLE: 'true',
    DW_ETL_URL: etlUrl,
  };
}

/**
 * Starts a command as `npm run` does, but without any local cloud. @param file its path in the
 * workspace
 */
export function startCommand(
  file: string,
  env: Record<string, string>,
  args: readonly string[] = [],
): ChildProcess {
  return spawn(process.execPath, ['--import', './tools/workspace/typescript.mjs', file, ...args], {
    cwd: WORKSPACE,
    env: { PATH: process.env['PATH'], LOCAL_STATE_DIR: '/nowhere', ...env },
    timeout: 110_000,
  });
}

/** Waits for the end of a command. */
export async function outcomeOf(command: ChildProcess): Promise<Outcome> {
  const [output, errors, code] = await Promise.all([
    command.stdout ? text(command.stdout) : '',
    command.stderr ? text(command.stderr) : '',
    new Promise((done) => command.once('close', done)),
  ]);
  return { output, errors, code };
}
