import { messageOf } from './message-of';
import { UsageError } from './usage-error';

/** One command-line tool. */
export interface Command<Options> {
  /** The command to which `--help` can be added: "npm run etl --". */
  readonly call?: string;
  /** The text of `--help`. */
  readonly help: string;
  /** The beginning of the line that reports a failure: "The load stopped". */
  readonly failure?: string;
  /** @returns the options, or 'help' @throws {UsageError} */
  read(args: string[]): Options | 'help';
  /** @returns the exit code */
  run(options: Options): Promise<number> | number;
}

/**
 * Runs a command and sets the exit code of the process: 2 for wrong usage, 1 for a failure.
 *
 * The process ends when nothing keeps it alive. A command that leaves connections open must call
 * `process.exit()`.
 */
export async function runCommand<Options>(
  command: Command<Options>,
  args = process.argv.slice(2),
): Promise<void> {
  process.exitCode = await exitCodeOf(command, args);
}

async function exitCodeOf<Options>(command: Command<Options>, args: string[]): Promise<number> {
  try {
    const options = command.read(args);
    if (options !== 'help') return await command.run(options);
    console.log(command.help);
    return 0;
  } catch (error) {
    const isUsage = error instanceof UsageError;
    console.error(isUsage ? usageLine(command, error) : failureLine(command, error));
    return isUsage ? 2 : 1;
  }
}

function usageLine({ call }: { readonly call?: string }, error: UsageError): string {
  return `${error.message} See ${call === undefined ? '' : `${call} `}--help.`;
}

function failureLine({ failure }: { readonly failure?: string }, error: unknown): string {
  return failure === undefined ? messageOf(error) : `${failure}: ${messageOf(error)}`;
}
