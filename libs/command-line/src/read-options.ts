import { parseArgs, type ParseArgsConfig } from 'node:util';
import { asUsage } from './usage-error';

type OptionKinds = NonNullable<ParseArgsConfig['options']>;
const HELP = { help: { type: 'boolean' } } as const;
type Parsed<T extends OptionKinds> = ReturnType<
  typeof parseArgs<{ options: T & typeof HELP; allowPositionals: true }>
>;

/** Kinds of options. */
export const TEXT = { type: 'string' } as const;
export const FLAG = { type: 'boolean' } as const;

/**
 * Reads the options of a command, `--help` among them.
 *
 * @throws {UsageError} for an unknown option, an argument, or an option without its value
 */
export function readOptions<T extends OptionKinds>(args: string[], options: T): Parsed<T>['values'] {
  return parse(args, options, false).values;
}

/**
 * Reads the options of a command that takes arguments as well.
 *
 * @throws {UsageError} for an unknown option, or one without its value
 */
export function readArguments<T extends OptionKinds>(args: string[], options: T): Parsed<T> {
  return parse(args, options, true);
}

/** Reads the command line of a command that has no options of its own. @throws {UsageError} */
export function noOptions(args: string[]): 'help' | undefined {
  return readOptions(args, {}).help ? 'help' : undefined;
}

function parse<T extends OptionKinds>(args: string[], own: T, allowPositionals: boolean): Parsed<T> {
  const options = { ...own, ...HELP };
  return asUsage(() => parseArgs({ args, options, allowPositionals })) as Parsed<T>;
}
