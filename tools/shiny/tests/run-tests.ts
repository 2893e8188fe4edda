import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SHARED_DASHBOARD, startDashboard } from './browser/dashboard-process';
import { filledWarehouse, type WarehouseUrls } from './warehouse/filled-warehouse';

/** Counts of a group of tests, and the names of those that failed. */
interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly failures: readonly { readonly title: string; readonly message: string }[];
}

const SHINY = join(import.meta.dirname, '..');
const RESULTS = join(SHINY, 'test-results');
const APART = 'tests/browser/apart/';
/** A run that hangs ends; two busy cores need more than a quarter of an hour. */
const LIMIT_MS = 40 * 60_000;
const notRun = (title: string, message: string): Counts => ({
  passed: 0,
  failed: 1,
  skipped: 0,
  failures: [{ title, message }],
});

/** Runs a command that writes its counts to `<group>.json`; one failure when it leaves none. */
async function run(group: string, command: string, args: string[], env: NodeJS.ProcessEnv): Promise<Counts> {
  const file = join(RESULTS, `${group}.json`);
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
  // Shown at the end, since the commands run side by side.
  process.stdout.write(output);
  if (failure) console.error(`${command} did not end by itself: ${failure}`);
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Counts;
  } catch {
    return notRun(`the tests of ${group} left no counts`, failure);
  }
}

const environmentOf = ({ shinyUrl, adminUrl, doneUrl, savedUrl }: WarehouseUrls) => ({
  ...process.env,
  DW_SHINY_URL: shinyUrl,
  DW_ADMIN_URL: adminUrl,
  DW_DONE_URL: doneUrl,
  DW_SAVED_URL: savedUrl,
});

const runInR = (warehouse: WarehouseUrls): Promise<Counts> =>
  run('r', 'Rscript', ['--vanilla', 'tests/run.R', join(RESULTS, 'r.json')], environmentOf(warehouse));

function runJest(group: string, args: string[], env: NodeJS.ProcessEnv): Promise<Counts> {
  const jest = join(SHINY, '../../node_modules/jest/bin/jest.js');
  return run(group, process.execPath, [jest, ...args], { ...env, TEST_SUMMARY: group });
}

/** The tests that only read, with one dashboard for all files, two files at a time. */
async function runReaders(warehouse: WarehouseUrls): Promise<Counts> {
  const addresses = environmentOf(warehouse);
  const dashboard = await startDashboard(addresses);
  const env = { ...addresses, [SHARED_DASHBOARD]: String(dashboard.port) };
  try {
    return await runJest('readers', ['--testPathIgnorePatterns', APART, '--maxWorkers', '2'], env);
  } finally {
    await dashboard.stop();
  }
}

/** The tests that lock tables, write, or stop their dashboard. */
const runApart = (warehouse: WarehouseUrls): Promise<Counts> =>
  runJest('apart', ['--testPathPatterns', APART, '--runInBand'], environmentOf(warehouse));

const sum = (counts: readonly Counts[]): Counts => ({
  passed: counts.reduce((total, { passed }) => total + passed, 0),
  failed: counts.reduce((total, { failed }) => total + failed, 0),
  skipped: counts.reduce((total, { skipped }) => total + skipped, 0),
  failures: counts.flatMap(({ failures }) => failures),
});

async function runAll(): Promise<Counts> {
  if (spawnSync('Rscript', ['--version'], { timeout: 30_000 }).status !== 0) {
    const { debian } = JSON.parse(readFileSync(join(SHINY, 'requirements.json'), 'utf8')) as {
      debian: string[];
    };
    const message = `On Debian or Ubuntu: apt-get install ${debian.join(' ')}`;
    console.error(`There is no Rscript on this machine. ${message}`);
    return notRun('there is no Rscript on this machine', message);
  }
  const warehouse = await filledWarehouse();
  try {
    // Each group has a warehouse of its own: none sees what another locks or writes.
    const [forR, forApart] = [await warehouse.copy('for_r'), await warehouse.copy('for_apart')];
    return sum(await Promise.all([runInR(forR), runReaders(warehouse), runApart(forApart)]));
  } finally {
    await warehouse.stop();
  }
}

async function main(): Promise<void> {
  mkdirSync(RESULTS, { recursive: true });
  const counts = await runAll().catch((error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    console.error(`The tests of shiny did not run: ${message}`);
    return notRun('its tests did not run', message);
  });
  writeFileSync(join(RESULTS, 'summary.json'), `${JSON.stringify({ project: 'shiny', ...counts })}\n`);
  console.log(`shiny: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  process.exitCode = counts.failed > 0 ? 1 : 0;
}

void main();
