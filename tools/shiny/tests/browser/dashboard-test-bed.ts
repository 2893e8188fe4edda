import { openChromium } from '@clickstream/local-servers/chromium';
import type { Browser } from 'playwright-core';
import { linkTo, type BreakableLink } from './breakable-link';
import { SHARED_DASHBOARD, startDashboard, type DashboardProcess } from './dashboard-process';

/** The days that most tests use. */
export const JUNE = 'from=2026-06-01&to=2026-06-30';

/** A browser and a dashboard for the tests of one file. */
export interface DashboardTestBed {
  readonly browser: Browser;
  /** The address of the page, with what follows the question mark. */
  addressOf(query: string): string;
  /** The address of a file, with what follows its name. */
  fileAt(path: string): string;
}

/** A dashboard that no other file uses, so that its tests may stop it and break its connection. */
export interface OwnDashboardTestBed extends DashboardTestBed {
  readonly dashboard: DashboardProcess;
  /** The dashboard's connection to the warehouse. */
  readonly link: BreakableLink;
  /** Starts the dashboard again on the same port, after a test has stopped it. */
  startAgain(): Promise<void>;
}

const addressAt = (port: number, path: string) => `http://127.0.0.1:${port}/sbw_dashboard/${path}`;

/** Gives the tests of the file a browser, and the dashboard that runs for all such files. */
export function aDashboardTestBed(): DashboardTestBed {
  const shared = Number(process.env[SHARED_DASHBOARD] ?? 0);
  let browser: Browser;
  let own: DashboardProcess | undefined;
  beforeAll(async () => {
    browser = await openChromium();
    // A file that runs alone, by jest itself, starts one.
    if (!shared) own = await startDashboard(process.env);
  });
  afterAll(async () => {
    await browser?.close();
    await own?.stop();
  });
  return {
    get browser() {
      return browser;
    },
    addressOf: (query) => addressAt(own?.port ?? shared, `?${query}`),
    fileAt: (path) => addressAt(own?.port ?? shared, path),
  };
}

/** Gives the tests of the file a browser and a dashboard of the file. */
export function anOwnDashboardTestBed(): OwnDashboardTestBed {
  const warehouse = new URL(process.env['DW_SHINY_URL'] ?? '');
  const throughLink = () => ({ ...process.env, DW_SHINY_URL: warehouse.href });
  let browser: Browser;
  let dashboard: DashboardProcess;
  let link: BreakableLink;
  beforeAll(async () => {
    link = await linkTo(Number(warehouse.port));
    warehouse.port = String(link.port);
    [browser, dashboard] = await Promise.all([openChromium(), startDashboard(throughLink())]);
  });
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
    addressOf: (query) => addressAt(dashboard.port, `?${query}`),
    fileAt: (path) => addressAt(dashboard.port, path),
    async startAgain() {
      dashboard = await startDashboard(throughLink(), dashboard.port);
    },
  };
}
