import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../../..');
const noteFile = join(root, 'node_modules/.package-lock.json');
const stampFile = join(root, 'node_modules/.set-up-stamp');

/**
 * Installs the npm packages of package-lock.json, unless they are installed.
 *
 * @returns {Promise<string | undefined>} one line to show when that fails
 */
export async function ensureNodeModules() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  const stamp = createHash('sha256').update(lock).update(`${process.platform}-${process.arch}`).digest('hex');
  if (
    read(stampFile) !== stamp &&
    !matchesInstalled(JSON.parse(`${lock}`), JSON.parse(read(noteFile) ?? '{"packages":{}}'))
  ) {
    process.stdout.write('Installing the npm packages (about a minute) ...\n');
    if (!(await runNpm(['ci', '--include=dev', '--loglevel=error', '--no-progress']))) {
      return 'The npm packages could not be installed: is the npm registry within reach? Try again with: npm ci';
    }
  }
  await import('./drop-node-link.mjs');
  writeFileSync(stampFile, stamp);
  return undefined;
}

function runNpm(args) {
  const npm = spawn('npm', args, { cwd: root, stdio: 'inherit' });
  return new Promise((resolve) => {
    npm.once('error', () => resolve(false));
    npm.once('close', (code) => resolve(code === 0));
  });
}

/**
 * Tests if npm's record of installed packages matches the lock file, as it
 * does after any `npm install`.
 *
 * @param {{ packages: object }} lock the lock file
 * @param {{ packages: object }} note `node_modules/.package-lock.json`
 */
export function matchesInstalled(lock, note) {
  return Object.entries(lock.packages).every(
    ([path, { version, optional, link }]) =>
      !path.startsWith('node_modules/') || optional || link || note.packages[path]?.version === version,
  );
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
