import { existsSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

import { chromium, type Browser, type BrowserContext } from 'playwright-core';

/**
 * The shell is the same engine without the windows around it: a page costs it a
 * quarter of the processor time.
 */
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'];

/**
 * All but the first keep it from what no test looks at: a graphics card, and hosts on the internet.
 */
const SWITCHES = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
];

/**
 * For a context of pages that show placeholders in motion: without a graphics card,
 * each of their frames is work.
 */
export const WITHOUT_MOTION = { reducedMotion: 'reduce' } as const;

/** @throws Error that says what to install, when Chromium is not installed */
export const openChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath(process.env), args: SWITCHES });

/** A browser that keeps what it stores in a folder, as a shopper's does. */
export const openLastingChromium = (profile: string): Promise<BrowserContext> =>
  chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(process.env),
    args: SWITCHES,
  });

/**
 * The browser of this machine: that of `CHROMIUM_PATH`, or the first on the `PATH`.
 *
 * @throws Error that says what to install, when there is none
 */
export function chromiumPath(env: NodeJS.ProcessEnv): string {
  const folders = (env['PATH'] ?? '').split(delimiter);
  const paths = [
    ...(env['CHROMIUM_PATH'] ? [resolve(env['CHROMIUM_PATH'])] : []),
    ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))),
  ];
  const found = paths.find((path) => existsSync(path));
  if (!found) throw new Error('Chromium is not installed: install it, or set CHROMIUM_PATH to its file.');
  return found;
}
