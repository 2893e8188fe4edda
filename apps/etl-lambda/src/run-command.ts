import { parseArgs } from 'node:util';

/** The command line asks for something that does not exist. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** What the reading of options throws is a fault of the options: its first sentence tells. */
export function asUsage<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    const [firstSentence = ''] = String((error as Error).message).split('. ');
    throw new UsageError(firstSentence.replace(/\.?$/, '.'));
  }
}

type OptionKinds = Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>;

/** What was typed, under the names of the options; undefined for what was not. */
export type OptionValues<T extends OptionKinds> = {
  readonly [name in keyof T]?: T[name]['type'] extends 'string' ? string : boolean;
} & { readonly help?: boolean };

/**
 * The options of a command, `--help` among them.
 *
 * @throws {UsageError} for an unknown option, or one without its value
 */
export function optionsOf<T extends OptionKinds>(args: string[], options: T): OptionValues<T> {
  const { values } = asUsage(() => parseArgs({ args, options: { ...options, help: { type: 'boolean' } } }));
  return values as OptionValues<T>;
}

/** One command-line tool. */
export interface Command<Options> {
  /** As typed after `npm run`. */
  readonly name: string;
  readonly help: string;
  /** Begins the line that tells of a failure: "The load stopped". */
  readonly failure: string;
  /** @returns the options, or 'help' @throws {UsageError} */
  read(args: string[]): Options | 'help';
  /** @returns the exit code */
  run(options: Options): Promise<number>;
}

/** Runs a command with the arguments of the process: one line for a failure, exit code 2 for wrong usage. */
export function runCommand<Options>(command: Command<Options>): void {
  const run = async (): Promise<number> => {
    const options = command.read(process.argv.slice(2));
    if (options !== 'help') return command.run(options);
    console.log(command.help);
    return 0;
  };
  run().then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      const isUsage = error instanceof UsageError;
      const reason = error instanceof Error ? error.message || error.name : String(error);
      console.error(
        isUsage ? `${reason} See npm run ${command.name} -- --help.` : `${command.failure}: ${reason}`,
      );
      process.exitCode = isUsage ? 2 : 1;
    },
  );
}
