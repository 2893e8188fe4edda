import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** User that runs PostgreSQL's programs, which refuse to run as root. */
export interface PostgresAccount {
  /** The owner of the files if that is not the caller. */
  readonly owner?: SystemUser;
  /** The user to start the programs as; absent when `prefix` changes the user. */
  readonly runAs?: SystemUser;
  /** Put before each command. */
  readonly prefix: readonly string[];
}

interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

/**
 * The account that PostgreSQL runs under: the caller's own, or for root the system user
 * `postgres`, made if absent.
 *
 * @param paths paths that PostgreSQL must read. A clone below `/root`, for example, is closed to
 *   other users: the server is then started with the one capability that opens it.
 */
export function postgresAccount(paths: readonly string[]): PostgresAccount {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const owner = findUser() ?? createUser();
  if (paths.every((path) => isReachable(path, owner))) return { owner, runAs: owner, prefix: [] };
  const prefix = [
    'setpriv',
    // initdb asks access() whether it may run its own program; without this bit the
    // answer leaves capabilities out.
    '--securebits=+no_setuid_fixup',
    `--reuid=${owner.uid}`,
    `--regid=${owner.gid}`,
    '--clear-groups',
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
  ];
  try {
    execFileSync('setpriv', [...prefix.slice(1), 'true'], { stdio: 'ignore' });
  } catch {
    throw new Error(
      `PostgreSQL runs as the system user "postgres", which cannot reach ${paths.join(' or ')}: ` +
        'use a folder that other users may enter, for example below /srv.',
    );
  }
  return { owner, prefix };
}

function findUser(): SystemUser | undefined {
  try {
    const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { stdio: 'pipe' }).toString());
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

function createUser(): SystemUser {
  try {
    execFileSync(
      'useradd',
      ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'],
      { stdio: 'pipe' },
    );
  } catch {
    // Another run may have made it at the same moment: the look-up below decides.
  }
  const user = findUser();
  if (!user)
    throw new Error('Cannot make the system user "postgres", which PostgreSQL runs as when you are root.');
  return user;
}

function isReachable(path: string, { uid, gid }: SystemUser): boolean {
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    const { mode, uid: owner, gid: group } = statSync(folder);
    const enter = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
    if (!(mode & enter)) return false;
    if (folder === dirname(folder)) return true;
  }
}
