import { browserStorage, type TextStorage } from '../visitor/browser-storage';
import { createDelivery, type Delivery } from '../delivery/delivery';
import { eventQueue, type EventQueue } from '../delivery/queue';
import { nextSequence } from '../visitor/sequence';

export interface Tab {
  /** Records an event, padded to the given number of characters. */
  track(name: string, characters: number): string;
  flush(): void;
  /** Ends as a killed process does: in the middle of its work, without cleaning up. */
  kill(): void;
}

/** A storage that its tab can no longer reach once the tab is dead. */
function mortal(storage: TextStorage, isDead: () => boolean): TextStorage {
  return {
    get: (key) => (isDead() ? null : storage.get(key)),
    set(key, value) {
      if (isDead()) return;
      storage.set(key, value);
      // A browser notifies the other tabs, which here have the same window.
      dispatchEvent(new StorageEvent('storage', { key, newValue: value }));
    },
    forget: (key) => void (isDead() || storage.forget(key)),
    keysFrom: (prefix) => (isDead() ? [] : storage.keysFrom(prefix)),
    isFleeting: storage.isFleeting,
  };
}

/** Opens a tab of the test's single browser; all of them share its localStorage. */
export function openTab(endpoint: string, capacity: number): Tab {
  let isDead = false;
  const storage = mortal(browserStorage(), () => isDead);
  const queue: EventQueue = eventQueue(storage, capacity);
  const record = (name: string, more: object): string => {
    const sequence = nextSequence(storage);
    const id = `${name}-${crypto.randomUUID()}`;
    delivery.add({
      id,
      name,
      sequence,
      line: JSON.stringify({ eventId: id, eventName: name, sequence, ...more }),
    });
    return id;
  };
  const delivery: Delivery = createDelivery({
    endpoint,
    storage,
    queue,
    flushAfter: 2_000,
    reportLoss: (properties) => record('tracker_events_lost', { properties }),
  });
  return {
    track: (name, characters) => record(name, { text: 'x'.repeat(characters) }),
    flush: () => void delivery.flush(),
    kill() {
      isDead = true;
      delivery.stop();
    },
  };
}
