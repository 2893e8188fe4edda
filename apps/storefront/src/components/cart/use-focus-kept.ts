import { useEffect, useRef, type RefObject } from 'react';

/**
 * Moves the focus to the heading when what had it was removed from a list: a keyboard and a screen
 * reader go on from there, rather than from the top of the page.
 *
 * @param count the number of things in the list
 * @returns a ref for the element with the heading and the list
 */
export function useFocusKept<Element extends HTMLElement>(count: number): RefObject<Element | null> {
  const page = useRef<Element>(null);
  const before = useRef(count);
  useEffect(() => {
    const isFewer = count < before.current;
    before.current = count;
    if (!isFewer || document.activeElement !== document.body) return;
    const heading = page.current?.querySelector('h1');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus();
  }, [count]);
  return page;
}
