import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { noOptions, runCommand } from '@clickstream/command-line';
import { progressBar } from '@clickstream/command-line/progress-bar';
import { openChromium } from '@clickstream/local-servers/chromium';
import { LOOKS, type Look } from './looks';
import { SCREEN_NAMES, takeScreens } from './take-screens';
import { screensPage } from './screens-page';

const DOCS = join(import.meta.dirname, '../../../../docs');
const PICTURES = 'images/screens';
const ADDRESSES = {
  shop: 'http://127.0.0.1:4200',
  dashboards: 'http://127.0.0.1:3838/sbw_dashboard/',
};

const HELP = `Takes a picture of every page of the shop and every tab of the dashboards, and writes docs/screens.md.

Usage: npm run screens

Needs what npm start runs, on its own ports. It buys a laptop and a keyboard in each look.

Exit codes: 0 all pictures are taken, 1 a page did not come, 2 wrong usage
`;

/** @returns the exit code */
async function screens(): Promise<number> {
  await mkdir(join(DOCS, PICTURES), { recursive: true });
  const browser = await openChromium();
  const bar = progressBar('{bar} {percentage} % | {duration_formatted}');
  bar.start(SCREEN_NAMES.length * Object.keys(LOOKS).length, 0);
  try {
    for (const look of Object.keys(LOOKS) as Look[])
      await takeScreens(browser, look, ADDRESSES, async (name, picture) => {
        await writeFile(join(DOCS, PICTURES, `${name}.jpg`), picture);
        bar.increment();
      });
  } finally {
    bar.stop();
    await browser.close();
  }
  await writeFile(join(DOCS, 'screens.md'), screensPage(SCREEN_NAMES, PICTURES));
  console.log(
    `docs/screens.md shows ${SCREEN_NAMES.length} screens, each in ${Object.keys(LOOKS).length} looks.`,
  );
  return 0;
}

void runCommand({
  call: 'npm run screens --',
  help: HELP,
  failure: 'The pictures could not be taken',
  read: noOptions,
  run: screens,
});
