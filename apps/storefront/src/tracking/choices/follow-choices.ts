import { track } from '../storefront-tracker';
import { keepList, rememberList } from './last-list';
import { shownProduct, shownPromotion } from './shown';

/**
 * Tracks clicks on what a page offers, by the attributes of its markup: a product of a list, a
 * promotion, a filter, a variant. One listener serves all of them, so that a card needs no code of
 * its own.
 *
 * @returns a function that stops it
 */
export function followChoices(): () => void {
  const stopping = new AbortController();
  const options = { capture: true, signal: stopping.signal };
  document.addEventListener('click', onClick, options);
  document.addEventListener('auxclick', onMiddleClick, options);
  return () => stopping.abort();
}

const onMiddleClick = (event: MouseEvent) => {
  if (event.button === 1) onClick(event);
};

function onClick({ target }: Event): void {
  const link = target instanceof Element ? target.closest('a[href]') : null;
  if (!link) return;
  const dataOf = (name: string) => link.closest<HTMLElement>(`[data-${name}]`)?.dataset;
  selectItem(dataOf('list')?.['list'], dataOf('product-id')?.['productId']);
  selectVariant(dataOf('variant-of')?.['variantOf'], link.getAttribute('data-variant'));
  const promotion = shownPromotion(dataOf('promotion')?.['promotion'] ?? '');
  if (promotion) track('select_promotion', { promotion });
  const filter = dataOf('filter');
  if (filter?.['filter'])
    trackFilter(filter['filter'], link.getAttribute('data-value'), filter['filterList'] ?? null);
}

function selectItem(list: string | undefined, productId: string | undefined): void {
  if (!list || !productId) return;
  const product = shownProduct(list, productId) ?? { id: productId, listName: list };
  rememberList(product);
  track('select_item', { product });
}

/** No event: its page tells it, and it is still the choice that was made in the list. */
function selectVariant(variantBefore: string | undefined, variant: string | null): void {
  if (variantBefore && variant) keepList(variantBefore, variant);
}

/** Tracks that a list was filtered or sorted; a value of null is all. */
export function trackFilter(name: string, value: string | null, list: string | null): void {
  track('product_list_filter', { filter: { list, name, value } });
}
