import { parseArgs } from 'node:util';
import type { SimulationOptions } from './simulate';

/** What the command line asks for. */
export interface Command {
  readonly simulation: SimulationOptions;
  /** The API's address; undefined to take that of the running local cloud. */
  readonly api: string | undefined;
  /** Where the truth goes; undefined for nowhere. */
  readonly truthFile: string | undefined;
  /** Requests at the same time. */
  readonly concurrency: number;
  /** Simulate and count, but send nothing. */
  readonly dryRun: boolean;
}

/** The command line asks for something that does not exist. */
export class UsageError extends Error {
  override name = 'UsageError';
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
 * Reads what to do off the command line.
 *
 * @throws {UsageError} for an unknown option or a value that it cannot have
 */
export function readCommand(args: string[], now: Date): Command | 'help' {
  const values = parseOptions(args);
  if (values.help) return 'help';
  return {
    simulation: {
      days: wholeNumber('--days', values.days, 30, 1),
      sessionsPerDay: wholeNumber('--sessions-per-day', values['sessions-per-day'], 120, 1),
      seed: wholeNumber('--seed', values.seed, 7, 0),
      until: values.until === undefined ? now : time('--until', values.until),
    },
    api: values.api === undefined ? undefined : address('--api', values.api),
    truthFile: values.truth,
    concurrency: wholeNumber('--concurrency', values.concurrency, 8, 1),
    dryRun: values['dry-run'] ?? false,
  };
}

function parseOptions(args: string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    return parseArgs({
      args,
      options: {
        days: text,
        'sessions-per-day': text,
        seed: text,
        until: text,
        api: text,
        truth: text,
        concurrency: text,
        'dry-run': flag,
        help: flag,
      },
    }).values;
  } catch (error) {
    const [firstSentence] = (error as Error).message.split('. ');
    throw new UsageError(`${firstSentence}. See --help.`);
  }
}

function wholeNumber(option: string, given: string | undefined, otherwise: number, least: number): number {
  const value = given === undefined ? otherwise : Number(given);
  if (given?.trim() === '' || !Number.isSafeInteger(value) || value < least) {
    throw new UsageError(`${option} takes a whole number from ${least}, not "${given}".`);
  }
  return value;
}

function time(option: string, given: string): Date {
  const value = new Date(given);
  if (Number.isNaN(value.getTime())) {
    throw new UsageError(`${option} takes a time such as 2026-11-23T09:00:00Z, not "${given}".`);
  }
  return value;
}

function address(option: string, given: string): string {
  if (!URL.canParse(given)) {
    throw new UsageError(`${option} takes an address such as http://127.0.0.1:4300, not "${given}".`);
  }
  return given;
}
