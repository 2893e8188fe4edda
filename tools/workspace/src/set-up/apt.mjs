import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/**
 * True when this process may install packages with apt: root on Debian, Ubuntu
 * or one of their children.
 */
export const canInstallWithApt = () => isRootWithApt(/^ID(_LIKE)?=.*(debian|ubuntu)/m);

/** True for Debian's own packages. Ubuntu has Chromium as a snap only. */
export const hasDebiansPackages = () => isRootWithApt(/^ID="?debian"?$/m);

function isRootWithApt(system) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get') || !existsSync('/etc/os-release'))
    return false;
  return system.test(readFileSync('/etc/os-release', 'utf8'));
}

/**
 * Installs packages with apt and shows how far it is.
 *
 * @param {string} title what is being installed, for the progress line
 * @param {readonly string[]} packages
 * @returns {Promise<string | undefined>} apt's own words when it fails
 */
export async function installWithApt(title, packages) {
  const show = progressLine(title);
  show(0);
  const update = await apt(['update', '--error-on=any'], () => undefined);
  const failure = await apt(
    ['install', '--yes', '--no-remove', '--no-install-recommends', ...packages],
    show,
  );
  show(undefined);
  return failure && (update ?? failure);
}

/** Runs apt-get and returns its last error line when it fails. */
function apt(args, onPercent) {
  const child = spawn(
    'apt-get',
    ['-qq', '-o', 'APT::Status-Fd=3', '-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3', ...args],
    {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' },
    },
  );
  let lastError = '';
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (line.startsWith('E:')) lastError = line.slice(2).trim();
  });
  createInterface({ input: child.stdio[3] }).on('line', (line) => {
    const percent = percentOf(line);
    if (percent !== undefined) onPercent(percent);
  });
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code) =>
      resolve(code === 0 ? undefined : lastError || `apt-get ended with ${code}`),
    );
  });
}

/**
 * Progress of apt, from a line of its status: it downloads in the first half
 * and unpacks in the second.
 *
 * @param {string} line `dlstatus:<n>:<percent>:<text>` or `pmstatus:<package>:<percent>:<text>`
 */
export function percentOf(line) {
  const [, kind, percent] = /^(dl|pm)status:[^:]*(?::[a-z0-9]+)?:([\d.]+):/.exec(line) ?? [];
  if (!kind) return undefined;
  return Number(percent) / 2 + (kind === 'pm' ? 50 : 0);
}

/**
 * One line that counts up on a terminal, and a line for every quarter
 * elsewhere. `undefined` ends it.
 */
function progressLine(title) {
  let shown = -1;
  return (percent) => {
    if (process.stdout.isTTY) {
      process.stdout.write(percent === undefined ? '\n' : `\r${title} ... ${Math.round(percent)} %`);
    } else if (percent !== undefined && Math.floor(percent / 25) > shown) {
      shown = Math.floor(percent / 25);
      process.stdout.write(`${title} ... ${shown * 25} %\n`);
    }
  };
}
