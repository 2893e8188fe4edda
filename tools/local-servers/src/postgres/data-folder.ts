import { execFile } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { isAlive } from '../kept-process/process-alive';
import { postgresBinaries } from './binaries';
import type { PostgresAccount } from './system-user';

/** A number that no process has: Linux stops at 2^22, macOS at 99998. */
const NO_PROCESS = 2_000_000_000;

/**
 * Makes a new, empty database cluster with the superuser `postgres`. It appears at
 * `dataFolder` only when complete, so that a killed run leaves nothing that looks like a
 * cluster.
 */
export async function createCluster(
  dataFolder: string,
  password: string,
  account: PostgresAccount,
): Promise<void> {
  const unfinished = `${dataFolder}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  const secrets = mkdtempSync(join(tmpdir(), 'postgres-password-'));
  const passwordFile = join(secrets, 'password');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account.owner) {
    const { uid, gid } = account.owner;
    for (const path of [unfinished, secrets, passwordFile]) chownSync(path, uid, gid);
  }
  const [command = '', ...args] = [
    ...account.prefix,
    postgresBinaries().initdb,
    `--pgdata=${unfinished}`,
    '--username=postgres',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    // The same order of text on every machine, whatever locales it has.
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-sync',
    '--no-instructions',
  ];
  try {
    await promisify(execFile)(command, args, { ...account.runAs, cwd: '/', timeout: 120_000 });
  } catch (error) {
    const { stderr = '', message } = error as { stderr?: string; message: string };
    throw new Error(`Cannot make a PostgreSQL cluster in ${dataFolder}: ${stderr.trim() || message}`);
  } finally {
    rmSync(secrets, { recursive: true, force: true });
  }
  renameSync(unfinished, dataFolder);
}

/** Tests if the folder contains a complete cluster. */
export function holdsCluster(dataFolder: string): boolean {
  return existsSync(join(dataFolder, 'PG_VERSION'));
}

/**
 * Clears the process number that a killed server left in `postmaster.pid` if it now belongs to
 * another process: PostgreSQL would believe that the server still runs. The rest of the file stays,
 * since it names the shared memory that the killed server's children may still use.
 *
 * @throws Error when the server really runs.
 */
export function clearStaleLock(dataFolder: string): void {
  const file = join(dataFolder, 'postmaster.pid');
  if (!existsSync(file)) return;
  const [pid = '', ...rest] = readFileSync(file, 'utf8').split('\n');
  if (!isAlive(Number(pid))) return;
  if (runsIn(Number(pid), dataFolder)) {
    throw new Error(`PostgreSQL already runs on ${dataFolder} (process ${pid}).`);
  }
  writeFileSync(file, [NO_PROCESS, ...rest].join('\n'));
}

/**
 * A server's working folder is its data folder. Without `/proc` the process number alone decides,
 * as it does for PostgreSQL.
 */
function runsIn(pid: number, dataFolder: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === dataFolder;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'EACCES' && !existsSync('/proc/self');
  }
}
