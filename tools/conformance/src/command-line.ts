import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { WORKSPACE } from '@clickstream/bench/bundle-of';
import { FLAG, readOptions, TEXT } from '@clickstream/command-line';
import { dataFolder } from './config';

/** The files to read. */
export interface Command {
  readonly folder: string;
  /** True for files made for the project, since the real ones are not on this machine. */
  readonly isMade: boolean;
}

/** The text of `--help`. */
export const HELP = `Sends data of real shops through HTTP, S3, the ETL and the views, and compares every number.

Usage: npm run conformance -- [--data <folder>] [--made]

Options:
  --data <folder>  the folder of ga360-2017-08-01.parquet and online-retail.rda
                   (default: CONFORMANCE_DATA, else ../shared/data next to the repository)
  --made           use the small files that were made for the project
  --help           this text

It starts its own PostgreSQL, S3 and HTTP API on free ports and leaves nothing behind. No tolerance: a number is right or wrong.
Exit codes: 0 every number is right, 1 one is not, 2 wrong usage
`;

export const REAL_FILES = ['ga360-2017-08-01.parquet', 'online-retail.rda'] as const;
const MADE = resolve(import.meta.dirname, '../fixtures');

/**
 * Reads the options of `npm run conformance`.
 *
 * @param say gets one line when the real data are not there
 * @throws {UsageError} for an unknown option
 */
export function conformanceOptions(
  args: string[],
  env: Readonly<Record<string, string | undefined>>,
  say: (line: string) => void,
): Command | 'help' {
  const { data, made, help } = readOptions(args, { data: TEXT, made: FLAG });
  if (help) return 'help';
  const folder = resolve(WORKSPACE, data ?? dataFolder(env));
  if (made) return { folder: MADE, isMade: true };
  if (REAL_FILES.every((name) => existsSync(resolve(folder, name)))) return { folder, isMade: false };
  say(
    `${folder} does not contain ${REAL_FILES.join(' and ')}: using the project's small test files instead.`,
  );
  return { folder: MADE, isMade: true };
}
