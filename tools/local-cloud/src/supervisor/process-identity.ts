import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * A text that stays the same for as long as a process lives, and that no other process with the
 * same number ever has: when it began, and in which run of the machine.
 *
 * @returns undefined when the process does not exist
 */
export function processIdentity(pid: number): string | undefined {
  return identityFromProc(pid) ?? identityFromPs(pid);
}

function identityFromProc(pid: number): string | undefined {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets, and may contain spaces and brackets.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state] = fields;
    const startTime = fields[19];
    return state === 'Z' ? undefined : `${boot}:${startTime}`;
  } catch {
    return undefined;
  }
}

/** macOS has no `/proc`. */
function identityFromPs(pid: number): string | undefined {
  if (process.platform === 'linux') return undefined;
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: 'pipe',
    }).trim();
  } catch {
    return undefined;
  }
}
