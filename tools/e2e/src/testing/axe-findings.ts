import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A phone on which little fits. */
const PHONE = { width: 360, height: 640 };

/**
 * Everything that axe finds wrong with a page as it is: all of its rules in the light theme, all
 * but contrast on a phone, and contrast in the dark theme. A line each: rule, theme, element.
 */
export async function axeFindings(page: Page): Promise<string[]> {
  // The title comes last where a router has changed the page.
  await page.waitForFunction(() => document.title !== '');
  const wide = page.viewportSize() ?? PHONE;
  const findings = await findingsIn(page, 'light', {
    resultTypes: ['violations'],
    // Not among its defaults, and among those of Lighthouse.
    rules: { 'label-content-name-mismatch': { enabled: true } },
  });
  await show(page, 'dark', wide);
  const contrast: RunOptions = { runOnly: ['color-contrast'], resultTypes: ['violations'] };
  findings.push(...(await findingsIn(page, 'dark', contrast)));
  await show(page, 'light', PHONE);
  // Contrast takes most of the time, and the width does not change it.
  const others: RunOptions = { rules: { 'color-contrast': { enabled: false } }, resultTypes: ['violations'] };
  findings.push(...(await findingsIn(page, 'phone', others)));
  await show(page, 'light', wide);
  return findings;
}

/** Shows a page in a theme and a size, and waits until colours no longer change. */
async function show(page: Page, colorScheme: 'light' | 'dark', size: typeof PHONE): Promise<void> {
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme });
  await page.waitForFunction(
    (scheme) =>
      matchMedia(`(prefers-color-scheme: ${scheme})`).matches &&
      // Animations in a closed part of the page stand still, and never end.
      document
        .getAnimations()
        .every(
          ({ effect }) =>
            effect?.getTiming().iterations === Infinity ||
            (effect instanceof KeyframeEffect && effect.target?.checkVisibility() === false),
        ),
    colorScheme,
  );
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

async function findingsIn(page: Page, look: string, options: RunOptions): Promise<string[]> {
  // Not a script of the page, whose policy would refuse it.
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(
    (asked) =>
      (globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run(asked),
    options as object,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any }) => `${id} (${look}): ${html.slice(0, 120)} ${any[0]?.message ?? ''}`),
  );
}
