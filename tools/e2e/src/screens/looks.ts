import { devices, type BrowserContextOptions } from 'playwright-core';

/** The looks in which every screen is taken. */
export const LOOKS = {
  light: { viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  dark: { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
  tablet: { viewport: { width: 820, height: 1180 }, hasTouch: true, colorScheme: 'light' },
  phone: { ...devices['Pixel 7'], colorScheme: 'light' },
} as const satisfies Record<string, BrowserContextOptions>;

export type Look = keyof typeof LOOKS;

/** Tabs of the dashboards, as in the address. */
export const TABS = [
  ...['today', 'overview', 'funnel', 'products', 'carts', 'marketing'],
  ...['customers', 'pages', 'time', 'actions', 'books', 'trust'],
] as const;
