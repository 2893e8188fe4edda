import { LIMITS, scrubUrl, type ElementInfo } from '@clickstream/event-schema';
import type { Tracker } from './tracker';

const CLICKABLE = 'a,button,summary,input,select,textarea,[role=button],[data-track]';
const INPUT = 'input,select,textarea,[contenteditable]';

/**
 * What the contract tells of an element. What people type is never read: an input has no text here, and neither has
 * what stands around or inside of one. E-mail addresses, as of an account's menu, are taken out.
 */
export function elementInfo(element: Element): ElementInfo {
  const holdsInput = element.closest(INPUT) ?? element.querySelector(INPUT);
  const text = holdsInput ? '' : (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  const dataset = Object.entries((element as HTMLElement).dataset).map(([name, value = '']) => [
    name,
    scrubUrl(value).slice(0, LIMITS.maxText),
  ]);
  return {
    tag: element.tagName.toLowerCase(),
    // Not its property, behind which a form has an input of that name.
    id: element.getAttribute('id') || null,
    role: element.getAttribute('role'),
    text: scrubUrl(text).slice(0, LIMITS.maxElementText) || null,
    dataset: Object.fromEntries(dataset),
  };
}

/** Tracks every click on a link, a button, an input or an element with `data-track`. Returns how to stop. */
export function followClicks(tracker: Pick<Tracker, 'track'>): () => void {
  const onClick = ({ target }: Event) => {
    try {
      const element = target instanceof Element && target.closest(CLICKABLE);
      if (element) tracker.track('click', { element: elementInfo(element) });
    } catch {
      // An element that is not what it seems: a form whose inputs have the names of its own properties.
    }
  };
  // Capture, so that a page which stops the click's way up does not hide it.
  document.addEventListener('click', onClick, true);
  return () => document.removeEventListener('click', onClick, true);
}
