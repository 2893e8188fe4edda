import { readOptions, TEXT, wholeNumber } from '@clickstream/command-line';

/** Options of the command. */
export interface FuzzOptions {
  /** Bodies and objects together. */
  readonly count: number;
  /** The same seed and count give the same bodies and objects. */
  readonly seed: number;
}

/** The text of `--help`. */
export const HELP = `Sends random and mutated bodies through ingest, and random objects through the load, and checks both.

Usage: npm run fuzz -- [--count <n>] [--seed <n>]

Options:
  --count <n>  bodies and objects together (default 20000); one in twenty is an object of up to 30 lines
  --seed <n>   the same seed and count give the same inputs (default: a new one, which is printed)
  --help       this text

It starts its own PostgreSQL on a free port and leaves nothing behind.
Exit codes: 0 no failures, 1 some failures, 2 wrong usage
`;

/**
 * Reads the options of `npm run fuzz`.
 *
 * @param newSeed what to use when no seed is given
 * @throws {UsageError} for an unknown option or a size that is not a whole number
 */
export function fuzzOptions(args: string[], newSeed: number): FuzzOptions | 'help' {
  const values = readOptions(args, { count: TEXT, seed: TEXT });
  if (values.help) return 'help';
  return {
    count: wholeNumber('--count', values.count, { otherwise: 20_000, least: 20, most: 1_000_000_000 }),
    // fast-check takes 32-bit seeds, and each chunk has a separate one.
    seed: wholeNumber('--seed', values.seed, { otherwise: newSeed, least: 0, most: 1_000_000_000 }),
  };
}
