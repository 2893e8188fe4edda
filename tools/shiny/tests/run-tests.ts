import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SHARED_DASHBOARD, startDashboard } from './browser/dashboard-process';
import { filledWarehouse, type WarehouseUrls } from './warehouse/filled-warehouse';

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
async function run(command: string, args: string[], env: NodeJS.ProcessEnv, counts: string): Promise<Counts> {
  const file = join(RESULTS, counts);
  rmSync(file, { force: true });
  const options = { cwd: SHINY, env, timeout: LIMIT_MS, maxBuffer: Infinity };
  const { output, failure } = await new Promise<{ output: string; failure: string }>((done) =>
    execFile(command, args, options, (error, stdout, stderr) =>
      done({
        output: stdout + stderr,
        failure: error && typeof error.code !== 'number' ? error.message : '',
      }),
    ),
  );
  // Shown at the end, since two commands run side by side.
  process.stdout.write(output);
  if (failure) console.error(`${command} did not run: ${failure}`);
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Counts;
  } catch {
    return NOT_RUN;
  }
}

const environmentOf = ({ shinyUrl, adminUrl, doneUrl }: WarehouseUrls) => ({
  DW_SHINY_URL: shinyUrl,
  DW_ADMIN_URL: adminUrl,
  DW_DONE_URL: doneUrl,
});

/** The R tests, on a copy of the warehouse: tests in browsers lock tables and record actions. */
function runInR(copy: WarehouseUrls): Promise<Counts> {
  const env = { ...process.env, ...environmentOf(copy) };
  return run('Rscript', ['--vanilla', 'tests/run.R', 'test-results/r.json'], env, 'r.json');
}

/** The tests in Chromium, with a dashboard for all files that neither stop nor disturb it. */
async function runInChromium(warehouse: WarehouseUrls): Promise<Counts> {
  Object.assign(process.env, environmentOf(warehouse));
  const dashboard = await startDashboard(warehouse.shinyUrl);
  const jest = join(SHINY, '../../node_modules/jest/bin/jest.js');
  const env = { ...process.env, [SHARED_DASHBOARD]: String(dashboard.port) };
  try {
    return await run(process.execPath, [jest], env, 'summary.json');
  } finally {
    await dashboard.stop();
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
    const copy = await warehouse.copy();
    const [inR, inChromium] = await Promise.all([runInR(copy), runInChromium(warehouse)]);
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
