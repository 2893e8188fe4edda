import { fork, type ChildProcess } from 'node:child_process';
import { basename, resolve } from 'node:path';
import { build } from 'esbuild';

/** Cost of one round of one contender. */
export interface RoundMeasure {
  readonly wallSeconds: number;
  readonly cpuSeconds: number;
  readonly peakRssBytes: number;
}

/** A contender in a separate process, so that its CPU time and memory can be measured. */
export interface ContenderProcess {
  /** Runs one round there. Rejects if the process ends, fails or takes longer than the limit. */
  runRound(): Promise<RoundMeasure>;
  /** Ends the process. */
  stop(): Promise<void>;
}

export type ToContender =
  { readonly kind: 'prepare'; readonly settings: unknown } | { readonly kind: 'round' };
export type FromContender =
  | { readonly kind: 'ready' }
  | { readonly kind: 'measured'; readonly measure: RoundMeasure }
  | { readonly kind: 'failed'; readonly reason: string };

const ROUND_LIMIT_MS = 30 * 60_000;

/**
 * Starts `file` (TypeScript, which calls `answerRounds`) as a process and has it prepare its work.
 *
 * @param settings plain data, handed to the contender's `prepare`
 * @param env environment variables on top of this process's own
 */
export async function startContender(
  file: string,
  settings: unknown,
  env: Record<string, string> = {},
): Promise<ContenderProcess> {
  const child = fork(await asJavaScript(file), {
    execArgv: [],
    env: { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true', ...env },
    // The output of a contender is its log, not a result.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const stop = () => stopChild(child);
  try {
    await ask(child, { kind: 'prepare', settings });
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    stop,
    async runRound() {
      const answer = await ask(child, { kind: 'round' });
      if (answer.kind !== 'measured') throw new Error(`${file} did not measure its round.`);
      return answer.measure;
    },
  };
}

/** A process that reads TypeScript itself would count the compiler's memory as the contender's. */
async function asJavaScript(file: string): Promise<string> {
  const outfile = resolve(import.meta.dirname, '../dist', basename(file).replace(/\.ts$/, '.mjs'));
  await build({
    entryPoints: [file],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    // Files that are not TypeScript stay where they are.
    external: ['@aws-sdk/*', '@duckdb/*', 'pg', 'pg-copy-streams'],
    logLevel: 'error',
  });
  return outfile;
}

function ask(child: ChildProcess, message: ToContender): Promise<FromContender> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => finish(new Error('A round took longer than 30 minutes.')), ROUND_LIMIT_MS);
    const onExit = () => finish(new Error('A contender ended before it answered.'));
    const onMessage = (answer: FromContender) =>
      finish(answer.kind === 'failed' ? new Error(answer.reason) : answer);
    const finish = (result: FromContender | Error) => {
      clearTimeout(timer);
      child.off('exit', onExit).off('message', onMessage);
      if (result instanceof Error) reject(result);
      else resolve(result);
    };
    child.on('exit', onExit).on('message', onMessage);
    child.send(message);
  });
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}
