import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { runCommand } from '@clickstream/command-line';
import { readLocalEnv } from '@clickstream/lambda-runtime/local-env';
import { LETTER_HELP, letterOptions, type LetterOptions } from './letter/letter-options';

/** The writer is part of the dashboards, whose numbers it uses. */
const WRITER = join(import.meta.dirname, '../../shiny/letter.R');

/** @returns the exit code of the writer, which prints what it did */
async function letter({ to, out }: LetterOptions): Promise<number> {
  readLocalEnv();
  const writer = spawn('Rscript', ['--vanilla', WRITER, out, to], { stdio: 'inherit' });
  const [code] = (await once(writer, 'close').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    throw new Error('R is not installed. tools/shiny/README.md names its packages.');
  })) as [number | null];
  return code ?? 1;
}

void runCommand({
  call: 'npm run letter --',
  help: LETTER_HELP,
  failure: 'The letter was not written',
  read: letterOptions,
  run: letter,
});
