import { execFile } from 'node:child_process';

/** A rehearsed step takes a minute at most; a hanging emulator must not block the rehearsal. */
const MILLISECONDS = 600_000;

/**
 * The output of a program on both of its streams.
 *
 * @throws Error with the end of the output when it fails
 */
export function outputOf(
  command: string,
  args: readonly string[],
  options: { cwd: string; env: NodeJS.ProcessEnv },
): Promise<string> {
  return new Promise((done, failed) => {
    execFile(
      command,
      args,
      { ...options, timeout: MILLISECONDS, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        const said = `${stdout}\n${stderr}`;
        if (!error) return done(said);
        failed(new Error(`${command} ${args.join(' ')}: ${said.trim().split('\n').slice(-12).join('\n')}`));
      },
    );
  });
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
