import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { WORKSPACE } from '@clickstream/bench/bundle-of';

const LIMIT_MS = 15 * 60_000;

/** Outcome of a command-line tool. */
export interface CommandEnd {
  readonly code: number;
  /** The text of both outputs. */
  readonly output: string;
}

/**
 * Runs a command-line tool of the repository as `npm run` does, away from any local cloud.
 *
 * @param file from the root of the workspace
 */
export function runCommand(
  file: string,
  env: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Promise<CommandEnd> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      ['--import', resolve(WORKSPACE, 'tools/workspace/typescript.mjs'), resolve(WORKSPACE, file), ...args],
      {
        cwd: WORKSPACE,
        env: { PATH: process.env['PATH'], LOCAL_STATE_DIR: resolve(WORKSPACE, '.local/none'), ...env },
        timeout: LIMIT_MS,
        maxBuffer: 64 * 1024 * 1024,
      },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
        done({ code, output: stdout + stderr });
      },
    );
  });
}
