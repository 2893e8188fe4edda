import { existsSync, mkdirSync, readFileSync, rmdirSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const PREFIX = 'sbw-host-test';

/**
 * The cgroup v2 hierarchy that systemd in a machine uses.
 *
 * @throws Error when this system has none
 */
export function cgroupMount(): string {
  const mounts = readFileSync('/proc/mounts', 'utf8').split('\n');
  const path = mounts.map((line) => line.split(' ')).find(([, , type]) => type === 'cgroup2')?.[1];
  if (!path) throw new Error('this system has no cgroup2 file system');
  return path;
}

/** Makes the group that all processes of one machine belong to. */
export function makeCgroup(machine: string): string {
  const path = join(cgroupMount(), `${PREFIX}-${process.pid}-${machine}`);
  mkdirSync(path, { recursive: true });
  return path;
}

/**
 * Removes a group with everything that systemd made in it, once its last process has ended.
 */
export async function removeCgroup(path: string): Promise<void> {
  for (let tries = 0; tries < 50 && existsSync(path); tries += 1) {
    try {
      const inner = await readdir(path, { recursive: true, withFileTypes: true });
      const folders = inner.filter((entry) => entry.isDirectory());
      const paths = folders.map(({ parentPath, name }) => join(parentPath, name));
      for (const folder of paths.sort((a, b) => b.length - a.length)) rmdirSync(folder);
      rmdirSync(path);
    } catch {
      await sleep(100);
    }
  }
}

/** Removes the groups of runs that were killed. */
export async function removeDeadCgroups(): Promise<void> {
  for (const name of await readdir(cgroupMount())) {
    const pid = new RegExp(`^${PREFIX}-(\\d+)-`).exec(name)?.[1];
    if (pid && !existsSync(`/proc/${pid}`)) await removeCgroup(join(cgroupMount(), name));
  }
}
