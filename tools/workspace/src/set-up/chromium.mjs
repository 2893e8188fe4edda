import { existsSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';

import { canInstallWithApt, hasDebiansPackages, installWithApt } from './apt.mjs';

/**
 * The engine without windows, a separate package in Debian: it takes a
 * quarter of the processor time.
 */
const SHELL = 'chromium-headless-shell';

/**
 * Installs Chromium for the browser tests, where that is possible and needed.
 *
 * @returns {Promise<string | undefined>} one line to show when there is none
 */
export async function ensureChromium() {
  if (has(process.env.CHROMIUM_PATH, SHELL)) return undefined;
  if (hasDebiansPackages()) await installWithApt('Installing the browser of the tests', [SHELL]);
  if (has(SHELL, 'chromium', 'chromium-browser', 'google-chrome')) return undefined;
  const failure = canInstallWithApt()
    ? await installWithApt('Installing Chromium for the browser tests', ['chromium'])
    : 'that takes root on Debian or Ubuntu';
  if (has('chromium')) return undefined;
  return `Chromium could not be installed (${failure ?? 'apt-get did not bring it'}): the browser tests need it, or the path of a Chrome in CHROMIUM_PATH.`;
}

function has(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.some((name) => name && folders.some((folder) => existsSync(resolve(folder, name))));
}
