import { parseArgs, type ParseArgsConfig } from 'node:util';
import { asUsage } from './usage-error';

type OptionKinds = NonNullable<ParseArgsConfig['options']>;

/** The values of options, under their names; undefined for an option that is not given. */
export type OptionValues<T extends OptionKinds> = ReturnType<
  typeof parseArgs<{ readonly options: T; readonly allowPositionals: true }>
>['values'] & { readonly help?: boolean };

interface Parsed<T extends OptionKinds> {
  readonly values: OptionValues<T>;
  readonly positionals: readonly string[];
}

/** Kinds of options. */
export const TEXT = { type: 'string' } as const;
export const FLAG = { type: 'boolean' } as const;

/**
 * Reads the options of a command, `--help` among them.
 *
 * @throws {UsageError} for an unknown option, an argument, or an option without its value
 */
export function readOptions<T extends OptionKinds>(args: string[], options: T): OptionValues<T> {
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

/** A reader of only these options, for a command that checks nothing else about them. */
export function optionReader<T extends OptionKinds>(options: T) {
  return (args: string[]): OptionValues<T> | 'help' => {
    const values = readOptions(args, options);
    return values.help ? 'help' : values;
  };
}

/** Reads the command line of a command without options. @throws {UsageError} */
export const noOptions = optionReader({});

function parse<T extends OptionKinds>(args: string[], own: T, allowPositionals: boolean): Parsed<T> {
  const options = { ...own, help: FLAG };
  return asUsage(() => parseArgs({ args, options, allowPositionals })) as Parsed<T>;
}
