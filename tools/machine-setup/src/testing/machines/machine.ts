import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeCgroup, removeCgroup } from './cgroup';

/** Result of a command in a machine. */
export interface Outcome {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** A Debian system that runs in separate namespaces, without a network interface. */
export interface Machine {
  /** Process 1 of the machine, as this system numbers it. */
  readonly pid: number;
  /** Runs a bash script as root inside; `onLine` hears each line of its output at once. */
  run(
    script: string,
    environment?: Readonly<Record<string, string>>,
    onLine?: (line: string) => void,
  ): Promise<Outcome>;
  /** Ends it like a power failure: no service can shut down. */
  cutPower(): Promise<void>;
  /** Shuts it down. */
  powerOff(): Promise<void>;
}

/** Parts of a machine. */
export interface MachineParts {
  readonly name: string;
  /** Folder with its root file system. */
  readonly root: string;
  /** Block device of its data volume. */
  readonly device: string;
  /**
   * Addresses of loopback in addition to 127.0.0.1, so that PostgreSQL has a
   * private address to listen on.
   */
  readonly addresses: readonly string[];
}

const NAMESPACES = ['--mount', '--net', '--pid', '--ipc', '--uts', '--cgroup'];
const BOOT_TIMEOUT = 120_000;
const RUN_TIMEOUT = 600_000;

/**
 * Starts a machine and waits until systemd has started everything.
 *
 * @throws Error with what systemd said when it does not come up
 */
export async function bootMachine(parts: MachineParts): Promise<Machine> {
  const cgroup = makeCgroup(parts.name);
  // If this process dies, the kernel ends unshare, which ends process 1 with its mounts and
  // processes.
  const script = `echo $$ > "$1/cgroup.procs"; shift; exec setpriv --pdeathsig KILL -- "$@"`;
  const inner = ['bash', join(import.meta.dirname, 'boot-machine.sh'), parts.root, parts.device];
  const unshare = ['unshare', ...NAMESPACES, '--fork', '--kill-child', ...inner, ...parts.addresses];
  const child = spawn('bash', ['-c', script, 'bash', cgroup, ...unshare], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = Promise.all([text(child.stdout), text(child.stderr)]);
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));

  const cutPower = async () => {
    child.kill('SIGKILL');
    await ended;
    await removeCgroup(cgroup);
  };
  try {
    const pid = await processOne(child, AbortSignal.timeout(BOOT_TIMEOUT));
    return {
      pid,
      run: (bash, environment, onLine) => runInside(pid, bash, environment, onLine),
      cutPower,
      powerOff: async () => {
        await runInside(pid, 'systemctl --no-block poweroff');
        await Promise.race([ended, sleep(60_000)]);
        await cutPower();
      },
    };
  } catch (error) {
    await cutPower();
    throw new Error(`The machine ${parts.name} does not start: ${(await said).join('').trim()}`, {
      cause: error,
    });
  }
}

/** Waits until systemd answers and has nothing left to start. */
async function processOne(unshare: ChildProcess, signal: AbortSignal): Promise<number> {
  while (unshare.exitCode === null && !signal.aborted) {
    const pid = childOf(unshare.pid ?? 0);
    if (pid !== undefined) {
      const { output } = await runInside(pid, 'systemctl is-system-running --wait 2>/dev/null');
      if (/^(running|degraded)$/.test(output.trim())) return pid;
    }
    await sleep(200);
  }
  throw new Error('systemd does not answer');
}

function childOf(pid: number): number | undefined {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
    return children === '' ? undefined : Number(children.split(' ')[0]);
  } catch {
    return undefined;
  }
}

async function runInside(
  pid: number,
  script: string,
  environment: Readonly<Record<string, string>> = {},
  onLine?: (line: string) => void,
): Promise<Outcome> {
  const variables = Object.entries({
    PATH: '/usr/sbin:/usr/bin:/sbin:/bin',
    LANG: 'C.UTF-8',
    ...environment,
  });
  const inside = ['env', '-i', ...variables.map(([name, value]) => `${name}=${value}`), 'bash', '-s'];
  const child = spawn('nsenter', ['--target', String(pid), ...NAMESPACES, '--', ...inside], {
    timeout: RUN_TIMEOUT,
    killSignal: 'SIGKILL',
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(script);
  const lines = createInterface({ input: child.stdout });
  const output: string[] = [];
  lines.on('line', (line) => {
    output.push(`${line}\n`);
    onLine?.(line);
  });
  const [errors, code] = await Promise.all([
    text(child.stderr),
    new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve)),
  ]);
  return { code, output: output.join(''), errors };
}
