import { existsSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

import { chromium, type Browser, type BrowserContext } from 'playwright-core';

/**
 * Programs to look for. The shell is the same engine without windows, and needs a quarter of the
 * processor time per page.
 */
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'];

/**
 * Switches of Chromium. All but the first turn off what no test needs: a graphics card, and hosts
 * on the internet.
 */
const SWITCHES = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
];

/**
 * Context option for pages with animated placeholders: without a graphics card, each frame costs
 * processor time.
 */
export const WITHOUT_MOTION = { reducedMotion: 'reduce' } as const;

/**
 * Limit for an element, an address or a page that does not come. It is a little less than jest's,
 * so that a failure names what was awaited; a slow machine needs more than Playwright's 30 s.
 */
const PATIENCE_MS = 100_000;

/**
 * @param more switches of Chromium in addition
 * @throws Error that says what to install, when Chromium is not installed
 */
export async function openChromium(more: readonly string[] = []): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: chromiumPath(process.env),
    args: [...SWITCHES, ...more],
  });
  return browser.on('context', (context) => context.setDefaultTimeout(PATIENCE_MS));
}

/** A browser that keeps its storage in a folder, as a shopper's does. */
export async function openLastingChromium(profile: string): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(process.env),
    args: SWITCHES,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  return context;
}

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
