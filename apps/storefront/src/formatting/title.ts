import type { Words } from '../words';
import { fill } from '../words/sentences';

/** A title that differs from page to page of a list, so that each is announced. */
export function numberedTitle(title: string, page: number, { titleOfPage }: Words['browse']['list']): string {
  return page > 1 ? fill(titleOfPage, { title, number: page }) : title;
}
