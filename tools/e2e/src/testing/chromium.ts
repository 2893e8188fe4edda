import { readdirSync, readFileSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';

/** Debian's Chromium. The switches keep it from asking hosts on the internet for updates. */
const LAUNCH = {
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
};

export function openChromium(): Promise<Browser> {
  return chromium.launch(LAUNCH);
}

/** A browser that keeps what it stores in a folder, as a shopper's does. */
export function openLastingChromium(profile: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, LAUNCH);
}

/** Kills the browser of a profile, all its processes, as a power cut does: none of them can do anything more. */
export function killChromium(profile: string): void {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    if (commandOf(pid).includes(`--user-data-dir=${profile}`)) process.kill(Number(pid), 'SIGKILL');
  }
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    // It has ended in between.
    return '';
  }
}
