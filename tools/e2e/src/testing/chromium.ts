import { chromium, type Browser } from 'playwright-core';

/** Debian's Chromium. The switches keep it from asking hosts on the internet for updates. */
export function openChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
}
