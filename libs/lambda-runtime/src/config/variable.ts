/** Values of environment variables, by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** One environment variable: its reader, and its description in `docs/configuration.md`. */
export interface Variable<T> {
  readonly name: string;
  /** A noun phrase for people. */
  readonly meaning: string;
  /** The value when it is not set; undefined when it must be set. */
  readonly otherwise?: string;
  /** Other variables of which each makes this one optional when it is set. */
  readonly unless?: string | readonly string[];
  /** The allowed values, for the error: "a whole number". Thrown when `parse` returns undefined. */
  readonly takes?: string;
  /** @returns undefined for a value that is not allowed */
  parse(text: string): T | undefined;
}

const asText = (text: string) => text;

/** A variable that must be set, unless one of the variables `unless` is set. */
export function required(
  name: string,
  meaning: string,
  options: Pick<Variable<string>, 'unless'> = {},
): Variable<string> {
  return { name, meaning, parse: asText, ...options };
}

/** A text with a default. */
export function optional(name: string, meaning: string, otherwise = ''): Variable<string> {
  return { name, meaning, otherwise, parse: asText };
}

/** A switch that only the value `true` turns on. */
export function flag(name: string, meaning: string): Variable<boolean> {
  return { name, meaning, otherwise: 'false', parse: (text) => text === 'true' };
}

/** A whole number from `least` to `most`. */
export function wholeNumber(
  name: string,
  meaning: string,
  {
    otherwise,
    least = 0,
    most,
  }: { readonly otherwise: number; readonly least?: number; readonly most?: number },
): Variable<number> {
  const takes = `a whole number from ${least}${most === undefined ? '' : ` to ${most}`}`;
  const isAllowed = (value: number) =>
    Number.isSafeInteger(value) && value >= least && value <= (most ?? Number.MAX_SAFE_INTEGER);
  return {
    name,
    meaning,
    otherwise: String(otherwise),
    takes,
    parse: (text) => (text.trim() !== '' && isAllowed(Number(text)) ? Number(text) : undefined),
  };
}

/**
 * Texts separated by commas or spaces, in lower case, each of which must match `pattern`; empty by
 * default.
 */
export function list(name: string, meaning: string, pattern: RegExp, takes: string): Variable<string[]> {
  return {
    name,
    meaning,
    otherwise: '',
    takes,
    parse(text) {
      const items = text
        .toLowerCase()
        .split(/[\s,]+/)
        .filter(Boolean);
      return items.every((item) => pattern.test(item)) ? items : undefined;
    },
  };
}
