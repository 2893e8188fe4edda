import { TRACKED_NAMES } from './names';

/** The part of the tracker that is needed here. */
export interface Listener {
  track(name: string, payload: Readonly<Record<string, unknown>>): void;
}

/**
 * An entry of the data layer: `{ event, ecommerce }`, or the arguments of
 * `gtag('event', name, parameters)`.
 */
type Entry = Readonly<Record<string | number, unknown>>;

/**
 * Passes every e-commerce event that a page puts into its data layer to the tracker, also those
 * before this call. Events wait until the tracker is loaded.
 *
 * @param layer the page's `dataLayer`, whose `push` is wrapped and works as before
 * @param tracker undefined as long as it has not been loaded
 * @returns a function that passes on the waiting events, if the tracker is loaded now
 */
export function followDataLayer(layer: unknown[], tracker: () => Listener | undefined): () => void {
  const waiting: unknown[] = [...layer];
  const flush = () => {
    const listener = tracker();
    // Removed first: an entry that fails is not tried again.
    while (listener && waiting.length > 0) {
      try {
        trackEntry(waiting.shift() as Entry, listener);
      } catch {
        // Listening must never break the page.
      }
    }
  };
  const push = layer.push;
  layer.push = (...entries) => {
    const length = push.apply(layer, entries);
    waiting.push(...entries);
    flush();
    return length;
  };
  flush();
  return flush;
}

function trackEntry(entry: Entry, listener: Listener): void {
  const isCall = entry[0] === 'event';
  const name = isCall ? entry[1] : entry['event'];
  if (typeof name !== 'string' || !TRACKED_NAMES.test(name)) return;
  const parameters = isCall ? entry[2] : (entry['ecommerce'] ?? entry);
  const fields: Record<string, unknown> = { ...(parameters as object) };
  delete fields['event'];
  listener.track(name, fields);
}
