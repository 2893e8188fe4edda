import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const LOCK_FILE = resolve(import.meta.dirname, '../host/os-packages.lock');

/**
 * Where the bundle of Debian packages lies in the bucket of the machines. The key comes from the list of packages, so that the
 * templates need neither the bundle, which is large, nor apt, which makes it.
 */
export function osBundleKey(lockFile = LOCK_FILE): string {
  const packages = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  return `bundles/os-bundle-${packages.slice(0, 16)}.tar`;
}
