import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filledWarehouse } from './warehouse/filled-warehouse';

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const SHINY = join(import.meta.dirname, '..');
const RESULTS = join(SHINY, 'test-results');
/** A run that hangs ends; on two busy cores the browsers need more than ten minutes. */
const LIMIT_MS = 25 * 60_000;
const NOT_RUN: Counts = { passed: 0, failed: 1, skipped: 0 };

/** Runs a command and reads the counts that it leaves; one failure when it leaves none. */
function run(command: string, args: string[], env: NodeJS.ProcessEnv, countsFile: string): Counts {
  rmSync(countsFile, { force: true });
  const { error } = spawnSync(command, args, { cwd: SHINY, env, stdio: 'inherit', timeout: LIMIT_MS });
  if (error) console.error(`${command} did not run: ${error.message}`);
  try {
    return JSON.parse(readFileSync(countsFile, 'utf8')) as Counts;
  } catch {
    return NOT_RUN;
  }
}

async function runAll(): Promise<Counts> {
  if (spawnSync('Rscript', ['--version'], { timeout: 30_000 }).status !== 0) {
    const { debian } = JSON.parse(readFileSync(join(SHINY, 'requirements.json'), 'utf8')) as {
      debian: string[];
    };
    console.error(
      `There is no Rscript on this machine. On Debian or Ubuntu: apt-get install ${debian.join(' ')}`,
    );
    return NOT_RUN;
  }
  const warehouse = await filledWarehouse();
  try {
    const env = {
      ...process.env,
      DW_SHINY_URL: warehouse.shinyUrl,
      DW_ADMIN_URL: warehouse.adminUrl,
      DW_DONE_URL: warehouse.doneUrl,
    };
    const inR = run(
      'Rscript',
      ['--vanilla', 'tests/run.R', 'test-results/r.json'],
      env,
      join(RESULTS, 'r.json'),
    );
    const jest = join(SHINY, '../../node_modules/jest/bin/jest.js');
    const inChromium = run(process.execPath, [jest], env, join(RESULTS, 'summary.json'));
    return {
      passed: inR.passed + inChromium.passed,
      failed: inR.failed + inChromium.failed,
      skipped: inR.skipped + inChromium.skipped,
    };
  } finally {
    await warehouse.stop();
  }
}

async function main(): Promise<void> {
  mkdirSync(RESULTS, { recursive: true });
  let counts = NOT_RUN;
  try {
    counts = await runAll();
  } catch (error) {
    console.error(
      `The tests of shiny did not run: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  writeFileSync(join(RESULTS, 'summary.json'), `${JSON.stringify({ project: 'shiny', ...counts })}\n`);
  console.log(`shiny: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  process.exitCode = counts.failed > 0 ? 1 : 0;
}

void main();
