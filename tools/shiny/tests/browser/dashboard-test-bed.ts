import { openChromium } from '@clickstream/local-servers/chromium';
import type { Browser } from 'playwright-core';
import { linkTo, type BreakableLink } from './breakable-link';
import { startDashboard, type DashboardProcess } from './dashboard-process';

/** The days that most tests use. */
export const JUNE = 'from=2026-06-01&to=2026-06-30';

/** A browser and a dashboard for the tests of one file. */
export interface DashboardTestBed {
  readonly browser: Browser;
  readonly dashboard: DashboardProcess;
  /** The dashboard's connection to the warehouse. */
  readonly link: BreakableLink;
  /** The address of the page, with what follows the question mark. */
  addressOf(query: string): string;
  /** Starts the dashboard again on the same port, after a test has stopped it. */
  startAgain(): Promise<void>;
}

/** Gives the tests of the file a browser and a dashboard. */
export function aDashboardTestBed(): DashboardTestBed {
  const warehouse = new URL(process.env['DW_SHINY_URL'] ?? '');
  let browser: Browser;
  let dashboard: DashboardProcess;
  let link: BreakableLink;
  beforeAll(async () => {
    link = await linkTo(Number(warehouse.port));
    warehouse.port = String(link.port);
    [browser, dashboard] = await Promise.all([openChromium(), startDashboard(warehouse.href)]);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await dashboard?.stop();
    await link?.break();
  });
  return {
    get browser() {
      return browser;
    },
    get dashboard() {
      return dashboard;
    },
    get link() {
      return link;
    },
    addressOf: (query) => `${dashboard.url}/sbw_dashboard/?${query}`,
    async startAgain() {
      dashboard = await startDashboard(warehouse.href, dashboard.port);
    },
  };
}
