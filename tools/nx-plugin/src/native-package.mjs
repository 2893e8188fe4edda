import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Puts a package with compiled code into a bundle, for the platform of Lambda: the one that npm has
 * installed, or on a machine of another platform the one that package-lock.json names.
 *
 * @param {string} name
 * @param {string} workspace the folder of package-lock.json
 * @param {string} bundle
 */
export function addNativePackage(name, workspace, bundle) {
  const target = join(bundle, 'node_modules', name);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const installed = join(workspace, 'node_modules', name);
  if (existsSync(installed)) cpSync(installed, target, { recursive: true, dereference: true });
  else download(name, workspace, target);
}

/** @throws Error when what npm downloads is not what the lock file names */
function download(name, workspace, target) {
  const lock = JSON.parse(readFileSync(join(workspace, 'package-lock.json'), 'utf8'));
  const locked = lock.packages[`node_modules/${name}`];
  if (!locked) throw new Error(`package-lock.json has no ${name}: install what needs it.`);
  const { version, integrity } = locked;
  const folder = mkdtempSync(join(tmpdir(), 'native-package-'));
  try {
    const options = ['--json', '--prefer-offline', '--pack-destination', folder];
    const [packed] = JSON.parse(
      execFileSync('npm', ['pack', `${name}@${version}`, ...options], { cwd: workspace, encoding: 'utf8' }),
    );
    const file = join(folder, packed.filename);
    const found = `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`;
    if (found !== integrity)
      throw new Error(`${name}@${version} is ${found}, and package-lock.json says ${integrity}.`);
    execFileSync('tar', ['--extract', '--file', file, '--directory', target, '--strip-components', '1']);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
