import { isSecretName, LIMITS, scrubText, type ElementInfo } from '@clickstream/event-schema';
import type { Tracker } from '../tracker';

const LINK = 'a';
const CLICKABLE = 'a,button,summary,input,select,textarea,[role=button],[data-track]';
/** The attribute that opts out an element and all that it contains. */
const IGNORED = '[data-clickstream-ignore]';
const UNREAD = `input,select,textarea,[contenteditable],${IGNORED}`;

/**
 * The fields of an element by the contract. What people type is never read: neither an input nor an
 * element around or inside one has text here. Card numbers, phone numbers and e-mail addresses, as
 * in an account's menu, are removed, and so are all `data-*` whose name marks them as personal.
 */
export function elementInfo(element: Element): ElementInfo {
  const isUnread = element.closest(UNREAD) ?? element.querySelector(UNREAD);
  const text = isUnread ? '' : (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  const dataset = Object.entries((element as HTMLElement).dataset)
    .filter(([name]) => !isSecretName(name))
    .map(([name, value = '']) => [name, scrubText(value).slice(0, LIMITS.maxText)]);
  return {
    tag: element.tagName.toLowerCase(),
    // Not by its property, which an input of that name shadows in a form.
    id: element.getAttribute('id') || null,
    role: element.getAttribute('role'),
    text: scrubText(text).slice(0, LIMITS.maxElementText) || null,
    dataset: Object.fromEntries(dataset),
  };
}

/**
 * Tracks every click on a link, a button, an input or an element with `data-track`, also in open
 * shadow roots, and the middle button on links. Returns a function that stops it.
 */
export function followClicks(tracker: Pick<Tracker, 'track'>): () => void {
  /** The input that the browser clicks, in the same task, when its label is clicked. */
  let clickedByLabel: EventTarget | null | undefined;
  const onClick = (event: Event) => {
    try {
      const path = event.composedPath();
      const find = (selector: string) =>
        path.find((node): node is Element => node instanceof Element && node.matches(selector));
      const isMiddle = event.type !== 'click';
      const element = find(isMiddle ? LINK : CLICKABLE);
      if (!element || path[0] === clickedByLabel || find(IGNORED)) return;
      if (isMiddle && (event as MouseEvent).button !== 1) return;
      clickedByLabel = (find('label') as HTMLLabelElement | undefined)?.control;
      setTimeout(() => (clickedByLabel = null));
      tracker.track('click', { element: elementInfo(element) });
    } catch {
      // A misleading element: a form whose inputs have the names of the form's properties.
    }
  };
  // Capture, so that a page which stops the propagation of a click does not hide it.
  const stopping = new AbortController();
  const options = { capture: true, signal: stopping.signal };
  document.addEventListener('click', onClick, options);
  document.addEventListener('auxclick', onClick, options);
  return () => stopping.abort();
}
