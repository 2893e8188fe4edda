import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { CheckFailure } from './checks';

const TYPESCRIPT = resolve(import.meta.dirname, '../../../workspace/typescript.mjs');
const DASHBOARD = 'http://127.0.0.1:3838/sbw_dashboard/';

/** Chromium on this system, if there is one. */
export function chromiumPath(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const paths = ['chromium', 'google-chrome'].flatMap((name) => folders.map((folder) => join(folder, name)));
  return paths.find(existsSync);
}

/**
 * Opens the dashboard in Chromium, in the network of a machine.
 *
 * @param pid process 1 of the machine
 * @returns what the page shows once it has been answered
 */
export async function visitDashboard(pid: number, chromiumFile: string): Promise<string> {
  const program = [process.execPath, '--import', TYPESCRIPT, fileURLToPath(import.meta.url), chromiumFile];
  const child = spawn('nsenter', ['--target', String(pid), '--net', '--', ...program], { timeout: 90_000 });
  const [output, errors, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise((resolve) => child.once('close', resolve)),
  ]);
  if (code !== 0) throw new CheckFailure(`the browser ended with ${String(code)}: ${errors.trim()}`);
  return output;
}

async function visit(executablePath: string): Promise<void> {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    // Its content policy forbids the scripts of this visit.
    const page = await browser.newPage({ bypassCSP: true });
    page.setDefaultTimeout(80_000);
    await page.goto(DASHBOARD);
    // Shiny takes the class away when every output has its answer.
    await page.waitForFunction('window.Shiny?.shinyapp?.isConnected()');
    await page.waitForFunction("!document.documentElement.classList.contains('shiny-busy')");
    // Questions are asked in processes of their own, which start with the first one.
    await page.waitForTimeout(25_000);
    console.log(await page.innerText('body'));
  } finally {
    await browser.close();
  }
}

const [, file, executablePath] = process.argv;
if (file === fileURLToPath(import.meta.url) && executablePath) await visit(executablePath);
