/** A title that differs from page to page of a list, so that each is announced. */
export function numberedTitle(title: string, page: number): string {
  return page > 1 ? `${title} · page ${page}` : title;
}
