import { parseArgs, type ParseArgsConfig } from 'node:util';

/** The command line asks for something that does not exist. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** A program that a person runs as `npm run <name>`. */
export interface Command<Options> {
  readonly name: string;
  /** The text of `--help`. */
  readonly help: string;
  /** Begins the line that says why it did not come to its end. */
  readonly stopped: string;
  /** @throws {UsageError} */
  read(args: string[]): Options | 'help';
  /** @returns false when something that it checks does not hold */
  run(options: Options): Promise<boolean>;
}

/** Runs a command and sets the exit code: 0 all is well, 1 it is not, 2 wrong usage. */
export async function runCommand<Options>(command: Command<Options>, args: string[]): Promise<void> {
  process.exitCode = await exitCodeOf(command, args);
}

async function exitCodeOf<Options>(command: Command<Options>, args: string[]): Promise<number> {
  try {
    const options = command.read(args);
    if (options !== 'help') return (await command.run(options)) ? 0 : 1;
    console.log(command.help);
    return 0;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const isUsage = error instanceof UsageError;
    console.error(
      isUsage ? `${reason} See npm run ${command.name} -- --help.` : `${command.stopped}: ${reason}`,
    );
    return isUsage ? 2 : 1;
  }
}

/** @throws {UsageError} for an option that does not exist, as `parseArgs` says it first */
export function parsedArgs<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    const [firstSentence] = String((error as Error).message).split('. ');
    throw new UsageError(`${firstSentence}.`);
  }
}

/** @throws {UsageError} for a value that is not a whole number of the range, which may have commas */
export function wholeNumber(
  option: string,
  given: string | undefined,
  otherwise: number,
  least: number,
  most = Number.MAX_SAFE_INTEGER,
): number {
  if (given === undefined) return otherwise;
  const value = Number(given.replaceAll(',', ''));
  if (given.trim() === '' || !Number.isSafeInteger(value) || value < least || value > most) {
    const to = most === Number.MAX_SAFE_INTEGER ? '' : ` to ${most.toLocaleString('en')}`;
    throw new UsageError(
      `${option} takes a whole number from ${least.toLocaleString('en')}${to}, not "${given}".`,
    );
  }
  return value;
}
