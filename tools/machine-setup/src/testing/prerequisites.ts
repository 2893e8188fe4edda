import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { cgroupMount } from './machines/cgroup';

const PROGRAMS = [
  'debootstrap',
  'unshare',
  'nsenter',
  'setpriv',
  'losetup',
  'ip',
  'tar',
  'useradd',
  'systemctl',
  'shellcheck',
];

/** @returns one line when this system cannot run the host test */
export function hostTestProblem(): string | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'it needs Linux on x64';
  if (process.getuid?.() !== 0) return 'it needs root, to make namespaces, mounts and a loop device';
  const missing = PROGRAMS.filter((program) => !isOnPath(program));
  if (missing.length > 0)
    return `it needs ${missing.join(', ')}: apt-get install debootstrap iproute2 shellcheck`;
  if (!existsSync('/dev/loop-control')) return 'this system has no loop devices';
  try {
    cgroupMount();
    execFileSync('unshare', ['--mount', '--net', '--pid', '--ipc', '--uts', '--cgroup', '--fork', 'true'], {
      stdio: 'pipe',
    });
    return undefined;
  } catch (error) {
    return `namespaces cannot be made: ${error instanceof Error ? error.message.trim() : String(error)}`;
  }
}

function isOnPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}
