import { spawn, type ChildProcess } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

/** Invokes a bundle as Lambda does, once, and prints its result as the last line. */
const INVOKE = `require(process.argv[1]).handler({}, { getRemainingTimeInMillis: () => Infinity })
  .then((result) => console.log(JSON.stringify(result)),
    (error) => { console.error(String(error)); process.exitCode = 1; })`;

const RUN_LIMIT_MS = 10 * 60_000;
const PAUSE_MS = 200;

/** The result of a run of the ETL. */
export interface RunResult {
  readonly objects: number;
  readonly loaded: number;
  readonly duplicates: number;
  readonly quarantined: number;
  readonly failed: number;
  readonly more: boolean;
}

/** ETL processes that run again and again, side by side, whatever happens to them. */
export interface EtlLanes {
  /** Outcomes of the runs so far. */
  readonly counts: { readonly runs: number; readonly failed: number };
  /**
   * Kills every process of the ETL at this moment, so that it cannot do anything
   * any more. @returns how many
   */
  killAll(): number;
  /** Waits for the current runs to end, and starts no more. */
  stop(): Promise<void>;
}

/**
 * Runs the ETL once, in a separate process. @throws Error with what it
 * wrote to its standard error
 */
export async function runEtl(
  bundle: string,
  env: NodeJS.ProcessEnv,
  onStart: (child: ChildProcess) => void = () => undefined,
): Promise<RunResult> {
  const child = spawn(process.execPath, ['-e', INVOKE, bundle], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: RUN_LIMIT_MS,
    killSignal: 'SIGKILL',
  });
  onStart(child);
  const ended = new Promise((resolve) => child.once('close', resolve));
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  const result = output.trimEnd().split('\n').at(-1) ?? '';
  if (child.exitCode !== 0) throw new Error(errors.trim().split('\n').at(-1) || String(child.signalCode));
  return JSON.parse(result) as RunResult;
}

/** Starts lanes, in each of which one run follows the other. */
export function startLanes(lanes: number, bundle: string, env: NodeJS.ProcessEnv): EtlLanes {
  const running = new Set<ChildProcess>();
  const counts = { runs: 0, failed: 0 };
  let isStopped = false;

  async function lane(): Promise<void> {
    while (!isStopped) {
      let own: ChildProcess | undefined;
      counts.runs += 1;
      await runEtl(bundle, env, (child) => running.add((own = child))).catch(() => (counts.failed += 1));
      if (own) running.delete(own);
      await sleep(PAUSE_MS);
    }
  }
  const all = Array.from({ length: lanes }, lane);
  return {
    counts,
    killAll() {
      let killed = 0;
      for (const child of running) if (child.kill('SIGKILL')) killed += 1;
      return killed;
    },
    async stop() {
      isStopped = true;
      await Promise.all(all);
    },
  };
}
