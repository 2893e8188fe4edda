import { mkdirSync, readdirSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf, noOptions, runCommand } from '@clickstream/command-line';
import { APP_BUNDLE, OF_THIS_MACHINE, osBundleOf, WEB_DB_BUNDLE } from '../bundle-files';
import { baseRoot } from './machines/base-root';
import { removeDeadCgroups } from './machines/cgroup';
import { CheckFailure, startChecks, type Checks } from './checks';
import { detachVolumesIn, makeDataVolume } from './machines/data-volume';
import { hostTestProblem } from './prerequisites';
import { playScenario } from './scenario';
import { checkShopDatabase } from './shop-database-host';

const HELP = `Installs the warehouse and the shop's database from their bundles on Debian 13 machines without a network, and checks
what comes of it.

Usage: npx nx host-test machine-setup

Needs root, debootstrap, about 4 GB under /var/tmp/sbw-host-test, and for the first run a mirror of Debian; what it
cannot do is named in one line and counted as skipped. Takes a few minutes, so that npm test leaves it out.
Exit codes: 0 passed or skipped, 1 failed, 2 wrong usage
`;

const results = join(import.meta.dirname, '../../test-results');
const WORK = '/var/tmp/sbw-host-test';
const say = (line: string) => console.log(line);

/** @returns the exit code */
async function hostTest(): Promise<number> {
  const bundles = { osBundle: osBundleOf(OF_THIS_MACHINE), appBundle: APP_BUNDLE };
  const shopBundles = { ...bundles, appBundle: WEB_DB_BUNDLE };
  const problem =
    hostTestProblem() ??
    ([...Object.values(bundles), WEB_DB_BUNDLE].every(existsSync) ? undefined : 'the bundles are missing');
  if (problem) {
    say(`skipped: the host test did not run, because ${problem}.`);
    return summarize({ passed: 0, failed: 0, skipped: 1 });
  }

  let broken = false;
  const undo: (() => Promise<void>)[] = [];
  const checks = startChecks(say);
  await clearUp();
  const folder = join(WORK, `run-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const end = async () => {
    for (const step of undo.splice(0).reverse())
      await step().catch((error: unknown) => console.error(String(error)));
    await clearUp();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void end().then(() => process.exit(1)));
  try {
    const base = await baseRoot(join(WORK, 'cache'), say);
    const volume = await makeDataVolume(join(folder, 'data-volume'));
    undo.push(() => volume.remove());
    const { device } = volume;
    const afterwards = (step: () => Promise<void>) => void undo.push(step);
    await playScenario({
      ...checks,
      say,
      bundles,
      base,
      folder,
      device,
      afterwards,
    });
    await checkShopDatabase({ ...checks, say, bundles: shopBundles, base, folder, afterwards });
  } catch (error) {
    console.error(messageOf(error));
    // A machine that does not start fails no check, but proves nothing.
    broken = !(error instanceof CheckFailure);
  } finally {
    await end();
  }
  const made = checks.counts();
  const counts = { ...made, failed: made.failed || Number(broken) };
  const seconds = Math.round(performance.now() / 1000);
  const { passed, failed, skipped } = counts;
  say(`host test: ${passed} passed, ${failed} failed, ${skipped} skipped in ${seconds} s`);
  return summarize(counts);
}

/** Removes files of this run and of killed ones, whose machines have ended with them. */
async function clearUp(): Promise<void> {
  mkdirSync(WORK, { recursive: true });
  await removeDeadCgroups();
  for (const name of readdirSync(WORK)) {
    const pid = /^run-(\d+)$/.exec(name)?.[1];
    if (!pid || (pid !== String(process.pid) && existsSync(`/proc/${pid}`))) continue;
    await detachVolumesIn(join(WORK, name));
    rmSync(join(WORK, name), { recursive: true, force: true, maxRetries: 5 });
  }
}

function summarize(counts: ReturnType<Checks['counts']>): number {
  mkdirSync(results, { recursive: true });
  writeFileSync(
    join(results, 'summary.json'),
    `${JSON.stringify({ project: 'infra:host-test', ...counts })}\n`,
  );
  return counts.failed > 0 || counts.passed + counts.skipped === 0 ? 1 : 0;
}

void runCommand({ help: HELP, read: noOptions, run: hostTest });
