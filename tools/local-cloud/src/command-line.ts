import { parseArgs } from 'node:util';

type Options = NonNullable<Parameters<typeof parseArgs>[0]>['options'];

/** Shows one line and sets the exit code: the person who typed the command can act on it. */
export function complain(error: unknown, exitCode = 1): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = exitCode;
}

/**
 * The options of a command.
 *
 * @returns undefined when all has been said: help was asked for, or an option is wrong
 */
export function readOptions(help: string, options: Options = {}): Record<string, unknown> | undefined {
  try {
    const { values } = parseArgs({ options: { ...options, help: { type: 'boolean', short: 'h' } } });
    if (!values['help']) return values;
    process.stdout.write(help);
  } catch (error) {
    complain(`${(error as Error).message}\n\n${help}`, 2);
  }
  return undefined;
}
