import { existsSync } from 'node:fs';
import { link, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DebianPackages } from './debian-packages';
import {
  describeUpdate,
  formatPackageLock,
  parsePackageLock,
  type DebianPackage,
  type PackageLock,
} from './locked-packages';
import { describePackages, packageIndex, type DescribedPackage } from './package-index';
import { AptError, archiveName, exactly, openPrivateApt, type PrivateApt } from './private-apt';
import { packFolder } from './reproducible-tar';
import { sha256Of, SUMS_FILE, writeSums } from './sha256-sums';

/** Options of a build. */
export interface OsBundleJob {
  readonly debian: DebianPackages;
  readonly lockFile: string;
  /**
   * Folder for `os-bundle.tar` and the folders `os-bundle` and `apt`, which are kept for the next
   * time.
   */
  readonly distFolder: string;
  /** Conditions under which newer packages replace those of the lock file. */
  readonly update: 'always' | 'when-gone' | 'never';
  /** YYYY-MM-DD; of the newest packages. */
  readonly today: string;
  readonly say: (line: string) => void;
  readonly onDownload: (percent: number) => void;
  readonly onDownloaded: () => void;
  /** Tests give one without a network. */
  readonly openApt?: typeof openPrivateApt;
}

/** The day of the packages, which the machine reports. */
const AS_OF_FILE = 'as-of.txt';

/**
 * Makes `os-bundle.tar`, unless it already contains what the lock file names.
 *
 * @returns one line with the result
 * @throws AptError or Error with a line for the operator
 */
export async function buildOsBundle(job: OsBundleJob): Promise<string> {
  const { debian, distFolder, lockFile, update, openApt = openPrivateApt } = job;
  const lock = await readLock(lockFile, debian);
  const archive = join(distFolder, 'os-bundle.tar');
  const folder = join(distFolder, 'os-bundle');
  if (lock && update !== 'always' && (await holds(folder, archive, lock)))
    return `unchanged: ${archive}, ${lock.packages.length} packages`;

  job.say('Reading the lists of Debian ...');
  const apt = await openApt(join(distFolder, 'apt'), debian);
  await apt.update();
  const { packages, asOf } = await choosePackages(apt, job, lock);
  const wanted = packages.map(exactly);
  await apt.download(wanted, job.onDownload);
  job.onDownloaded();

  const described = describePackages(packages, await apt.describe(packages));
  await checkLock(described, lock);
  await fillFolder(folder, apt, described, { wanted: debian.wanted, asOf });
  const version = await writeSums(folder);
  await packFolder(folder, `${archive}.new`);
  await rename(`${archive}.new`, archive);
  await writeFile(lockFile, formatPackageLock({ wanted: debian.wanted, asOf, packages: described }));
  const megabytes = Math.round((await stat(archive)).size / 1e6);
  return `os-bundle ${version}: ${packages.length} packages, ${megabytes} MB, ${archive}`;
}

/** @returns undefined without a lock file, or when it is for other packages */
async function readLock(lockFile: string, debian: DebianPackages): Promise<PackageLock | undefined> {
  if (!existsSync(lockFile)) return undefined;
  const lock = parsePackageLock(await readFile(lockFile, 'utf8'));
  return lock.wanted.join(' ') === debian.wanted.join(' ') ? lock : undefined;
}

/** Tests if an earlier run built the bundle of this lock file. */
async function holds(folder: string, archive: string, lock: PackageLock): Promise<boolean> {
  if (!existsSync(archive) || !existsSync(join(folder, SUMS_FILE))) return false;
  const sums = await readFile(join(folder, SUMS_FILE), 'utf8');
  const hashes = sums.split('\n').flatMap((line) => (line.endsWith('.deb') ? [line.slice(0, 64)] : []));
  const locked = lock.packages.map(({ sha256 }) => sha256);
  if (hashes.sort().join() !== locked.sort().join()) return false;
  return (await readFile(join(folder, AS_OF_FILE), 'utf8')).trim() === lock.asOf;
}

async function choosePackages(
  apt: PrivateApt,
  { debian, lockFile, update, today, say }: OsBundleJob,
  lock: PackageLock | undefined,
): Promise<{ readonly packages: readonly DebianPackage[]; readonly asOf: string }> {
  if (update === 'never' && !lock)
    throw new Error(`${lockFile} is for other packages: create it again with --refresh.`);
  if (lock && update !== 'always') {
    try {
      const resolved = await apt.resolve(lock.packages.map(exactly));
      if (resolved.length === lock.packages.length) return { packages: resolved, asOf: lock.asOf };
    } catch (error) {
      if (!(error instanceof AptError) || update === 'never') throw error;
    }
    if (update === 'never') throw new Error(`${lockFile} is not complete: create it again with --refresh.`);
    say(
      'Debian has replaced packages that the lock file names, so the newest are taken. Commit the lock file.',
    );
  }
  const newest = await apt.resolve([...debian.wanted, ...debian.baseSystem]);
  if (lock) say(`Packages: ${describeUpdate(lock.packages, newest)}.`);
  return { packages: newest, asOf: today };
}

/** @throws Error when a package of the same version has another content than before */
async function checkLock(
  packages: readonly DescribedPackage[],
  lock: PackageLock | undefined,
): Promise<void> {
  const known = new Map(lock?.packages.map((locked) => [exactly(locked), locked.sha256]));
  const changed = packages.filter(
    (described) => (known.get(exactly(described)) ?? described.sha256) !== described.sha256,
  );
  if (changed.length > 0)
    throw new Error(
      `Debian offers another content for the same version of ${changed.map(exactly).join(', ')}.`,
    );
}

async function fillFolder(
  folder: string,
  apt: PrivateApt,
  packages: readonly DescribedPackage[],
  { wanted, asOf }: Pick<PackageLock, 'wanted' | 'asOf'>,
): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const described of packages) {
    const file = join(folder, described.file);
    await link(join(apt.archives, archiveName(described)), file);
    if ((await sha256Of(file)) !== described.sha256) throw new Error(`${described.file} is damaged.`);
  }
  await writeFile(join(folder, 'Packages'), packageIndex(packages));
  await writeFile(join(folder, 'packages.txt'), wanted.map((name) => `${name}\n`).join(''));
  await writeFile(join(folder, AS_OF_FILE), `${asOf}\n`);
}
