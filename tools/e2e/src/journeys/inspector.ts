import type { Page } from 'playwright-core';
import { axeFindings } from '../testing/axe-findings';
import type { StoredEvent } from '../testing/stored-events';

/** All that the inspector shows of the events of a tab, the first event first. */
export interface Inspected {
  /** The state of each, in its words. */
  readonly states: readonly string[];
  /** The events as the inspector says that they are sent. */
  readonly events: readonly StoredEvent[];
  /** The ids of their rows in the warehouse. */
  readonly rows: readonly string[];
  /** Findings of axe in the open drawer. */
  readonly axe: readonly string[];
}

/** Opens the drawer, sends what waits, and reads all of it once every event is loaded. */
export async function readInspector(page: Page): Promise<Inspected> {
  await page.getByRole('button', { name: /^Events \d+/ }).click();
  const drawer = page.getByRole('region', { name: 'Event inspector' });
  // Nothing may wait any more: then there is nothing to press.
  const sendNow = drawer.getByRole('button', { name: 'Send now' });
  if (await sendNow.isEnabled()) await sendNow.click({ timeout: 2_000 }).catch(() => undefined);
  await page.waitForFunction(() => {
    const items = [...document.querySelectorAll('[aria-label="Event inspector"] li > details > summary')];
    return items.length > 0 && items.every((item) => item.textContent?.endsWith('In the warehouse'));
  });
  await drawer.locator('li > details > summary').first().click();
  const axe = await axeFindings(page);
  const shown = await drawer.locator('li > details').evaluateAll((entries) =>
    entries.map((entry) => ({
      state: entry.querySelector('summary > span:last-child')?.textContent ?? '',
      tables: [...entry.querySelectorAll('table')].map((table) => ({
        caption: table.caption?.textContent ?? '',
        fields: [...table.rows].map(({ cells }) => [
          cells[0]?.textContent ?? '',
          cells[1]?.textContent ?? '',
        ]),
      })),
    })),
  );
  const inOrder = shown.reverse();
  return {
    axe,
    states: inOrder.map(({ state }) => state),
    events: inOrder.map(({ tables }) => fieldsOf(tables, 'As it is sent')),
    rows: inOrder.map(({ tables }) => String(fieldsOf(tables, 'Its row in the warehouse')['event_id'])),
  };
}

interface Table {
  readonly caption: string;
  readonly fields: readonly string[][];
}

const fieldsOf = (tables: readonly Table[], wanted: string): Record<string, unknown> =>
  Object.fromEntries(
    tables
      .filter(({ caption }) => caption === wanted)
      .flatMap(({ fields }) => fields.map(([name = '', text = '']) => [name, valueOf(text)])),
  );

/** A value as it was before it was shown: anything but a text is shown as JSON. */
function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
