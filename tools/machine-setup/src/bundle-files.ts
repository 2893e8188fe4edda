import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const PROJECT = resolve(import.meta.dirname, '..');

/** Processors that Debian's packages are bundled for, by Debian's names. */
export type Architecture = 'arm64' | 'amd64';

/** The processor of the machines on AWS: Graviton costs a fifth less than the others. */
export const DEPLOYED: Architecture = 'arm64';

/** The processor of this machine, on which the host test installs the same versions. */
export const OF_THIS_MACHINE: Architecture = process.arch === 'arm64' ? 'arm64' : 'amd64';

/** List of the Debian packages of the warehouse, with their versions in the bundle. */
export const lockFileOf = (architecture: Architecture): string =>
  join(PROJECT, `os-packages.${architecture}.lock`);

/** Folder in which the bundles are built. */
export const DIST_FOLDER = join(PROJECT, 'dist');
/** Debian packages of the warehouse. It is large and needs apt, so it is built only on request. */
export const osBundleOf = (architecture: Architecture): string =>
  join(DIST_FOLDER, architecture, 'os-bundle.tar');
export const OS_BUNDLE = osBundleOf(DEPLOYED);
/** Dashboard, migrations and install.sh of the warehouse. */
export const APP_BUNDLE = join(DIST_FOLDER, 'app-bundle.tar.gz');
/** Migrations and install.sh of the shop's database. */
export const WEB_DB_BUNDLE = join(DIST_FOLDER, 'web-db-bundle.tar.gz');

/** Beginning of the keys of all OS bundles in the bucket of the machines. */
export const OS_BUNDLES = 'bundles/os-bundle-';

/**
 * Key of the OS bundle in the bucket of the machines. It is derived from the list of packages, so
 * that templates need neither the bundle nor apt.
 */
export function osBundleKey(lockFile = lockFileOf(DEPLOYED)): string {
  const packages = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  return `${OS_BUNDLES}${packages.slice(0, 16)}.tar`;
}
