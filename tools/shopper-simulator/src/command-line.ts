import { FLAG, readOptions, TEXT, UsageError, webAddress, wholeNumber } from '@clickstream/command-line';
import type { SimulationOptions } from './visits/simulate';

/** Options of the command line. */
export interface Command {
  readonly simulation: SimulationOptions;
  /** The API's address; undefined to take that of the running local cloud. */
  readonly api: string | undefined;
  /** File for the truth; undefined for none. */
  readonly truthFile: string | undefined;
  /** Requests at the same time. */
  readonly concurrency: number;
  /** Simulate and count, but send nothing. */
  readonly dryRun: boolean;
}

/** The text of `--help`. */
export const HELP = `Sends simulated shoppers through the real path: POST /clickstream, as browsers do.

Usage: npm run simulate -- [options]

Options:
  --days <n>              how many times 24 hours, back from --until (default 30)
  --sessions-per-day <n>  visits by people on an average day (default 120)
  --seed <n>              the same seed and --until give the same events (default 7)
  --until <time>          nothing happens later, ISO 8601 (default: now)
  --api <url>             default: API_URL of the running local cloud
  --truth <file>          write what really happened, to compare dashboards with
  --concurrency <n>       requests at the same time (default 8)
  --dry-run               simulate and count, send nothing
  --help                  this text
`;

/**
 * Reads the command line.
 *
 * @throws {UsageError} for an unknown option or a value that it cannot have
 */
export function readCommand(args: string[], now: Date): Command | 'help' {
  const values = readOptions(args, {
    days: TEXT,
    'sessions-per-day': TEXT,
    seed: TEXT,
    until: TEXT,
    api: TEXT,
    truth: TEXT,
    concurrency: TEXT,
    'dry-run': FLAG,
  });
  if (values.help) return 'help';
  return {
    simulation: {
      days: wholeNumber('--days', values.days, { otherwise: 30, least: 1 }),
      sessionsPerDay: wholeNumber('--sessions-per-day', values['sessions-per-day'], {
        otherwise: 120,
        least: 1,
      }),
      seed: wholeNumber('--seed', values.seed, { otherwise: 7, least: 0 }),
      until: values.until === undefined ? now : time('--until', values.until),
    },
    api: values.api === undefined ? undefined : webAddress('--api', values.api),
    truthFile: values.truth,
    concurrency: wholeNumber('--concurrency', values.concurrency, { otherwise: 8, least: 1 }),
    dryRun: values['dry-run'] ?? false,
  };
}

function time(option: string, given: string): Date {
  const value = new Date(given);
  if (Number.isNaN(value.getTime())) {
    throw new UsageError(`${option} takes a time such as 2026-11-23T09:00:00Z, not "${given}".`);
  }
  return value;
}
