import { execFile } from 'node:child_process';

/** A deployment takes some minutes; a hanging emulator must not block the rehearsal. */
const MILLISECONDS = 900_000;

/** The end of a program, and its output on both of its streams. */
export interface Ended {
  readonly code: number;
  readonly said: string;
}

/** Runs a program to its end, whatever that is. */
export function run(
  command: string,
  args: readonly string[],
  options: { cwd: string; env: NodeJS.ProcessEnv },
): Promise<Ended> {
  return new Promise((done) => {
    execFile(
      command,
      args,
      { ...options, timeout: MILLISECONDS, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        const code = error ? (typeof error.code === 'number' ? error.code : 1) : 0;
        done({ code, said: `${stdout}\n${stderr}` });
      },
    );
  });
}

/**
 * The output of a program on both of its streams.
 *
 * @throws Error with the end of the output when it fails
 */
export async function outputOf(...call: Parameters<typeof run>): Promise<string> {
  const { code, said } = await run(...call);
  if (code === 0) return said;
  const [command, args] = call;
  throw new Error(`${command} ${args.join(' ')}: ${said.trim().split('\n').slice(-25).join('\n')}`);
}

/**
 * The ids of the stacks that `cdk diff` finds different: `Stack Etl (clickstream-etl)`, then the
 * differences.
 */
export function differingStacks(said: string): string[] {
  const parts = said.split(/^Stack (?=\w+(?: \(|$))/m).slice(1);
  return parts
    .filter((part) => !part.includes('There were no differences'))
    .flatMap((part) => /^\w+/.exec(part) ?? []);
}
