import { readOptions, TEXT, wholeNumber } from '@clickstream/command-line';

/** Options of the command. */
export interface ChaosOptions {
  /** Valid events; those that are sent again, and the invalid ones, come on top. */
  readonly events: number;
  /** Number of times that the ETL is killed in the middle of a load. */
  readonly kills: number;
  /** The same seed gives the same events and the same faults, if not at the same moments. */
  readonly seed: number;
}

/** The text of `--help`. */
export const HELP = `Sends known events through ingest and ETL while everything around them fails, and compares.

Usage: npm run chaos -- [--events <n>] [--kills <n>] [--seed <n>]

Options:
  --events <n>  valid events (default 100000); a tenth is sent again, 2 % are invalid on top
  --kills <n>   how often the ETL is killed with SIGKILL in the middle of a load (default 5)
  --seed <n>    the same seed gives the same events (default: a new one, which is printed)
  --help        this text

It starts its own PostgreSQL and S3 on free ports and leaves nothing behind.
Exit codes: 0 every check passed, 1 a check failed, 2 wrong usage
`;

/**
 * Reads the options of `npm run chaos`.
 *
 * @param newSeed what to use when no seed is given
 * @throws {UsageError} for an unknown option or a size that is not a whole number
 */
export function chaosOptions(args: string[], newSeed: number): ChaosOptions | 'help' {
  const values = readOptions(args, { events: TEXT, kills: TEXT, seed: TEXT });
  if (values.help) return 'help';
  return {
    events: wholeNumber('--events', values.events, { otherwise: 100_000, least: 1_000 }),
    kills: wholeNumber('--kills', values.kills, { otherwise: 5, least: 0 }),
    seed: wholeNumber('--seed', values.seed, { otherwise: newSeed, least: 0 }),
  };
}
