import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { WORKSPACE } from '../bundle-of';
import { asReader } from '../etl/test-bed/settings';
import type { QuestionTimes } from './times-table';

/** The first and the last day of a question. */
export type Days = readonly [string, string];

/**
 * Asks each question of each tab by the dashboard's own code, as the role that only reads.
 *
 * @returns milliseconds of each round, by question and range
 */
export async function askInR(
  warehouse: string,
  ranges: readonly Days[],
  rounds: number,
): Promise<QuestionTimes> {
  const script = join(WORKSPACE, 'tools/shiny/time_questions.R');
  const args = ['--vanilla', script, String(rounds), ...ranges.flat()];
  const { stdout } = await promisify(execFile)('Rscript', args, {
    env: { ...process.env, DW_SHINY_URL: asReader(warehouse) },
    maxBuffer: 16 * 1024 * 1024,
  });
  return JSON.parse(stdout) as QuestionTimes;
}
