import { CheckFailure } from './checks';
import type { WarehouseHost } from './warehouse-host';

/**
 * Path → size, rights, owner, inode and the time of the last change of content or rights, which
 * cannot be set.
 */
export type FileList = ReadonlyMap<string, string>;

/**
 * Paths that are written all the time: logs, the database itself, the state of
 * systemd's timers, memory.
 */
const ALWAYS_WRITTEN = [
  '/var/log',
  '/var/lib/systemd',
  '/srv/dw/postgresql',
  '/run',
  '/tmp',
  '/dev',
  '/proc',
  '/sys',
];

/** Lists every file of the machine's disks. */
export async function filesOf(host: WarehouseHost): Promise<FileList> {
  const leaveOut = ALWAYS_WRITTEN.map((folder) => `-path ${folder} -prune -o`).join(' ');
  const listing = await host.succeed(`find / /srv/dw -xdev ${leaveOut} -printf '%p\t%s %m %U:%G %i %C@\n'`);
  return new Map(listing.split('\n').map((line) => line.split('\t') as [string, string]));
}

/**
 * @throws CheckFailure that names the files which came, went or changed,
 *   unless they are expected to
 */
export function expectSameFiles(before: FileList, after: FileList, expected: readonly string[] = []): void {
  const paths = new Set([...before.keys(), ...after.keys()]);
  const different = [...paths].filter(
    (path) => before.get(path) !== after.get(path) && !expected.includes(path),
  );
  if (different.length > 0) throw new CheckFailure(`changed: ${different.slice(0, 20).join(', ')}`);
}
