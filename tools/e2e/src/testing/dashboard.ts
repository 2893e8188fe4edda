import type { Page } from 'playwright-core';

export type Tab = 'today' | 'overview' | 'funnel' | 'products' | 'carts' | 'marketing' | 'pages' | 'time';

/**
 * The filter bar, as the dashboard's address carries it. Days are the shop's days, both included.
 */
export interface Filters {
  readonly from: string;
  readonly to: string;
  readonly login?: 'all' | 'logged_in' | 'guest' | 'anonymous';
  /** People only by default, as on the dashboard. */
  readonly traffic?: 'all' | 'people';
}

/**
 * Opens a tab and reads every number on it, page by page, by the id of the element that shows it.
 */
export async function readTab(
  page: Page,
  dashboardUrl: string,
  tab: Tab,
  filters: Filters,
): Promise<Record<string, number>> {
  const address = new URL(dashboardUrl);
  address.search = new URLSearchParams({ tab, ...filters }).toString();
  await page.goto(address.href);
  await page.locator(`#${tab}-headline`).waitFor();
  const shown = await readPage(page, tab);
  const next = page.locator('.pages button', { hasText: 'Next' });
  for (let number = 2; (await next.count()) > 0; number += 1) {
    await next.click();
    await page.getByText(`Page ${number} of`).waitFor();
    Object.assign(shown, await readPage(page, tab));
  }
  return shown;
}

function readPage(page: Page, tab: Tab): Promise<Record<string, number>> {
  return page.evaluate((name) => {
    const shown = [...document.querySelectorAll(`[id^="${name}-"][data-value]`)];
    return Object.fromEntries(
      shown
        .filter((element) => element.getAttribute('data-value') !== '')
        .map((element) => [element.id.slice(name.length + 1), Number(element.getAttribute('data-value'))]),
    );
  }, tab);
}
