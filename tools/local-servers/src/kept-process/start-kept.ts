import { spawn } from 'node:child_process';
import { mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const KEEPER = fileURLToPath(new URL('./keeper.mjs', import.meta.url));

const MAX_LOG_BYTES = 10_000_000;

/** Instructions for the keeper: everything that it needs to run a command without its parent. */
export interface KeeperOrder {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** All output of the command is appended here. */
  readonly logFile: string;
  /** The operating-system user to run as; absent = the same user. */
  readonly runAs?: { readonly uid: number; readonly gid: number } | undefined;
  readonly stopSignal: NodeJS.Signals;
  /** Time that the command has to end after `stopSignal` before its whole group is killed. */
  readonly graceMilliseconds: number;
  /** Removed when the command has ended. */
  readonly removeFolders: readonly string[];
}

export interface KeptOptions extends Partial<Omit<KeeperOrder, 'command' | 'args' | 'logFile'>> {
  readonly command: string;
  readonly args: readonly string[];
  readonly logFile: string;
  /** The command's whole environment; default: that of this process. */
  readonly env?: NodeJS.ProcessEnv;
}

export interface ProcessEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** The last lines of its log, on one line. */
  readonly lastOutput: string;
}

export interface KeptProcess {
  /** The command's own process. */
  readonly pid: number;
  /** The process that supervises it. */
  readonly keeperPid: number;
  readonly ended: Promise<ProcessEnd>;
  /**
   * Asks the command to end, waits until it has, and kills it when it takes
   * longer than its grace time.
   */
  stop(): Promise<ProcessEnd>;
}

/**
 * Starts a command that never outlives this process, not even when this process is killed with
 * SIGKILL. Fails when the command cannot be run at all.
 */
export async function startKept({ env = process.env, ...options }: KeptOptions): Promise<KeptProcess> {
  prepareLog(options.logFile);
  const order: KeeperOrder = {
    cwd: process.cwd(),
    stopSignal: 'SIGTERM',
    graceMilliseconds: 10_000,
    removeFolders: [],
    ...options,
  };
  const keeper = spawn(process.execPath, [KEEPER, JSON.stringify(order)], {
    cwd: '/',
    env,
    detached: true,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  // Writing the stop order to a keeper that has just ended is not an error.
  keeper.stdin.on('error', () => undefined);
  const reports = createInterface({ input: keeper.stdout });

  let end: ProcessEnd | undefined;
  let pid = 0;
  const ended = new Promise<ProcessEnd>((resolve) => {
    reports.on('line', (line) => {
      const report = JSON.parse(line) as ProcessEnd & { pid?: number };
      if (report.pid === undefined) end = report;
    });
    keeper.once('exit', (code, signal) =>
      setImmediate(() => {
        // The keeper itself was killed: its command must not keep running.
        if (!end) killGroup(pid);
        resolve(end ?? { code, signal, lastOutput: '' });
      }),
    );
  });
  pid = await new Promise<number>((resolve, reject) => {
    reports.once('line', (line) => {
      const report = JSON.parse(line) as { pid?: number; neverRan?: string };
      if (report.pid === undefined) reject(new Error(`Cannot run ${options.command}: ${report.neverRan}`));
      else resolve(report.pid);
    });
    keeper.once('error', reject);
    keeper.once('exit', () => setImmediate(() => reject(new Error(`Cannot run ${options.command}.`))));
  });

  return {
    pid,
    keeperPid: keeper.pid ?? 0,
    ended,
    stop: () => {
      keeper.stdin.write('stop\n');
      return ended;
    },
  };
}

/** A log that has grown large becomes `<name>.1`, in place of an older one. */
function prepareLog(logFile: string): void {
  mkdirSync(dirname(logFile), { recursive: true });
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  if (size > MAX_LOG_BYTES) renameSync(logFile, `${logFile}.1`);
}

function killGroup(leader: number): void {
  if (leader === 0) return;
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}
