import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const PROJECT = resolve(import.meta.dirname, '..');

/** List of the Debian packages of the warehouse, with their versions in the bundle. */
export const LOCK_FILE = join(PROJECT, 'os-packages.lock');

/** Folder in which the bundles are built. */
export const DIST_FOLDER = join(PROJECT, 'dist');
/** Debian packages of the warehouse. It is large and needs apt, so it is built only on request. */
export const OS_BUNDLE = join(DIST_FOLDER, 'os-bundle.tar');
/** Dashboard, migrations and install.sh of the warehouse. */
export const APP_BUNDLE = join(DIST_FOLDER, 'app-bundle.tar.gz');
/** Migrations and install.sh of the shop's database. */
export const WEB_DB_BUNDLE = join(DIST_FOLDER, 'web-db-bundle.tar.gz');

/**
 * Key of the OS bundle in the bucket of the machines. It is derived from the list of packages, so
 * that templates need neither the bundle nor apt.
 */
export function osBundleKey(lockFile = LOCK_FILE): string {
  const packages = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  return `bundles/os-bundle-${packages.slice(0, 16)}.tar`;
}
