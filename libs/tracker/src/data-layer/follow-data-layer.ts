import { TOLD_NAMES } from './names';

/** As much of the tracker as is needed here. */
export interface Listener {
  track(name: string, payload: Readonly<Record<string, unknown>>): void;
}

/**
 * An entry of the data layer: `{ event, ecommerce }`, or the arguments of
 * `gtag('event', name, parameters)`.
 */
type Entry = Readonly<Record<string | number, unknown>>;

/**
 * Tells the tracker every e-commerce event that a page puts into its data layer, those before this
 * call too. Events wait until there is a tracker.
 *
 * @param layer the page's `dataLayer`, whose `push` is listened to and works on as before
 * @param tracker undefined as long as it has not been loaded
 * @returns tells what waits, if the tracker is there now
 */
export function followDataLayer(layer: unknown[], tracker: () => Listener | undefined): () => void {
  const waiting: unknown[] = [...layer];
  const tell = () => {
    const listener = tracker();
    // Taken out first: what cannot be told is not tried again.
    while (listener && waiting.length > 0) {
      try {
        tellEntry(waiting.shift() as Entry, listener);
      } catch {
        // A page never breaks by what is listened to.
      }
    }
  };
  const push = layer.push;
  layer.push = (...entries) => {
    const length = push.apply(layer, entries);
    waiting.push(...entries);
    tell();
    return length;
  };
  tell();
  return tell;
}

function tellEntry(entry: Entry, listener: Listener): void {
  const isCall = entry[0] === 'event';
  const name = isCall ? entry[1] : entry['event'];
  if (typeof name !== 'string' || !TOLD_NAMES.test(name)) return;
  const parameters = isCall ? entry[2] : (entry['ecommerce'] ?? entry);
  const told: Record<string, unknown> = { ...(parameters as object) };
  delete told['event'];
  listener.track(name, told);
}
