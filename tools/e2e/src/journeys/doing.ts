import type { Page } from 'playwright-core';
import type { Step } from './journey';

type Act = Step['act'];
type Role = 'link' | 'button' | 'radio' | 'combobox';

/** Opens an address of the shop, as one that is typed. */
export const open =
  (path: string): Act =>
  (page, { shopUrl }) =>
    page.goto(shopUrl + path);

/** Clicks what has this name. */
export const press =
  (role: Role, name: string | RegExp): Act =>
  (page) =>
    page
      .getByRole(role, { name, exact: typeof name === 'string' })
      .first()
      .click();

/** Types into the field with this label. */
export const type =
  (label: string, text: string | ((shopper: { readonly email: string }) => string)): Act =>
  (page, shopper) =>
    page.getByLabel(label, { exact: true }).fill(typeof text === 'string' ? text : text(shopper));

/** Several acts, one after the other. */
export const all =
  (...acts: readonly Act[]): Act =>
  async (page, shopper) => {
    for (const act of acts) await act(page, shopper);
  };

/** Waits until the page has this title. */
export const untilTitle =
  (title: string): Act =>
  (page: Page) =>
    page.waitForFunction((wanted) => document.title === wanted, title);

/** Clicks the first link of the page's content with this name. */
export const pressFirst =
  (name: string): Act =>
  (page) =>
    page.getByRole('main').getByRole('link', { name, exact: true }).first().click();

/** Moves the pointer, for which the scripts of a cached page wait, until React handles events. */
export const untilScriptsRun: Act = async (page) => {
  await page.mouse.move(200, 300);
  await page.mouse.move(210, 310);
  await page.waitForFunction(() =>
    Object.keys(document.querySelector('[role=combobox]') ?? {}).some((key) => key.startsWith('__react')),
  );
};
