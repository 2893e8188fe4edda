import { execFile } from 'node:child_process';

/** A rehearsed step takes seconds; an emulator that hangs must not keep us. */
const MILLISECONDS = 300_000;

/**
 * What a program says on both of its streams.
 *
 * @throws Error with the end of that when it fails
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

/** The ids of the stacks that `cdk deploy` changed, from what it says: `✅  Etl (clickstream-etl)`. */
export function changedStacks(said: string): string[] {
  return said.split('\n').flatMap((line) => {
    const [, id] = /^\s*✅\s+(\w+) \([\w-]+\)\s*$/.exec(line) ?? [];
    return id === undefined || line.includes('no changes') ? [] : [id];
  });
}
