import type { Page } from 'playwright-core';

/** One screen: its name, and how the page comes to it from the one before. */
export interface Screen {
  readonly name: string;
  go(page: Page): Promise<unknown>;
}
