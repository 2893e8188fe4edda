import { existsSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';

import { canInstallWithApt, installWithApt } from './apt.mjs';

/**
 * Installs Chromium for the browser tests, where that is possible and needed.
 *
 * @returns {Promise<string | undefined>} one line to show when there is none
 */
export async function ensureChromium() {
  if (hasChromium()) return undefined;
  const failure = canInstallWithApt()
    ? await installWithApt('Installing Chromium for the browser tests', ['chromium'])
    : 'that takes root on Debian or Ubuntu';
  if (hasChromium()) return undefined;
  return `Chromium could not be installed (${failure ?? 'apt-get did not bring it'}): the browser tests need it, or the path of a Chrome in CHROMIUM_PATH.`;
}

function hasChromium() {
  const names = [process.env.CHROMIUM_PATH, 'chromium', 'chromium-browser', 'google-chrome'];
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.some((name) => name && folders.some((folder) => existsSync(resolve(folder, name))));
}
