import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

/** The folders of this project and of the workspace. */
export const INFRA = resolve(import.meta.dirname, '../..');
export const WORKSPACE = resolve(INFRA, '../..');

/**
 * Runs a program with the terminal of this process.
 *
 * @returns its exit code; 1 when it was ended by a signal
 * @throws Error when the program does not exist
 */
export async function runProgram(
  command: string,
  args: readonly string[],
  { cwd = WORKSPACE, env = process.env }: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<number> {
  const child = spawn(command, args, { cwd, env, stdio: 'inherit' });
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('exit', (code) => done(code ?? 1));
  });
}
