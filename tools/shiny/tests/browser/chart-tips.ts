import type { Page } from 'playwright-core';

/** Milliseconds without a change after which a page counts as drawn. */
const QUIET_MS = 1000;

/** A page draws figures again when filters, data or the connection change; most tests see few. */
const ATTEMPTS = 5;

/**
 * Waits until nothing has been drawn for a second: what is done to a chart or a field is lost when
 * Shiny replaces it at the same moment.
 */
export const settled = (page: Page): Promise<void> =>
  page.evaluate(
    (quietMs) =>
      new Promise<void>((resolve) => {
        const done = () => {
          observer.disconnect();
          resolve();
        };
        let quiet = setTimeout(done, quietMs);
        const observer = new MutationObserver(() => {
          clearTimeout(quiet);
          quiet = setTimeout(done, quietMs);
        });
        observer.observe(document.body, { childList: true, subtree: true });
      }),
    QUIET_MS,
  );

/** The text of the tip, or false while there is none. */
export const shownTip = async (page: Page): Promise<string | false | null> =>
  (await page.locator('.tip').isVisible()) && (await page.locator('.tip').textContent());

/**
 * The tip after some keys in a chart. Tries again if new figures have arrived meanwhile.
 *
 * @returns the last tip, which is not the expected one if each attempt failed
 */
export async function tipAfter(
  page: Page,
  chart: string,
  keys: readonly string[],
  expected: RegExp,
): Promise<string | false | null> {
  let shown: string | false | null = false;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    await settled(page);
    await page.locator(chart).first().focus();
    for (const key of ['Escape', ...keys]) await page.keyboard.press(key);
    shown = await shownTip(page);
    if (shown && expected.test(shown)) break;
  }
  return shown;
}
