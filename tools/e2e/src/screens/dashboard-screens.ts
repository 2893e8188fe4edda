import type { Page } from 'playwright-core';
import { TABS } from './looks';
import type { Screen } from './screen';

/** Every tab over 30 days, and what opens in one. */
export function dashboardScreens(address: string): readonly Screen[] {
  const open = async (page: Page, tab: string, more = '') => {
    await page.goto(`${address}?tab=${tab}&period=30${more}`);
    await page.locator(`#${tab}-headline`).waitFor();
    await isDrawn(page);
  };
  return [
    ...TABS.map((tab) => ({ name: `dashboard-${tab}`, go: (page: Page) => open(page, tab) })),
    {
      name: 'dashboard-funnel-of-own-steps',
      async go(page) {
        await open(page, 'funnel', '&funnel=own&by=device');
        await page.locator('#funnel-own-units-1').waitFor();
        await isDrawn(page);
      },
    },
    {
      name: 'dashboard-sessions-behind-a-bar',
      async go(page) {
        await open(page, 'funnel', '&bar=step:add_to_cart_click');
        await page.locator('#behind-list tbody tr').first().waitFor();
      },
    },
    {
      name: 'dashboard-events-behind-a-tab',
      async go(page) {
        await open(page, 'overview', '&events=page_views');
        await page.locator('#events-rows tbody tr').first().waitFor();
      },
    },
    {
      name: 'dashboard-saved-views',
      async go(page) {
        await open(page, 'today', '&channel=email');
        await page.getByText('Saved views', { exact: true }).click();
      },
    },
  ];
}

async function isDrawn(page: Page): Promise<void> {
  await page.waitForFunction(
    () => !document.querySelector('.shiny-busy, .recalculating, .stale, .tab-pane.active .skeleton'),
  );
}
