/** Text stored by key for later visits. Never throws. */
export interface TextStorage {
  get(key: string): string | null;
  set(key: string, value: string): void;
  forget(key: string): void;
  /** The keys with the prefix, sorted. */
  keysFrom(prefix: string): string[];
  /** True when the value of a key is in memory only, and is lost with the page. */
  isFleeting(key: string): boolean;
}

/**
 * The browser's localStorage. Where that is forbidden or full, values live in memory as long as the
 * page: the shopper is then a new one on the next page load, and the page works as usual.
 *
 * @param mayKeep called each time; while it returns false, nothing of the device's
 *   storage is read or written
 */
export function browserStorage(mayKeep: () => boolean = () => true): TextStorage {
  const memory = new Map<string, string>();
  /** Runs the work with the storage, if there is one. */
  function stored<T>(work: (storage: Storage) => T): T | undefined {
    try {
      return mayKeep() ? work(localStorage) : undefined;
    } catch {
      return undefined;
    }
  }
  return {
    get: (key) => memory.get(key) ?? stored((storage) => storage.getItem(key)) ?? null,
    set(key, value) {
      memory.set(key, value);
      stored((storage) => {
        storage.setItem(key, value);
        memory.delete(key);
      });
    },
    forget(key) {
      memory.delete(key);
      stored((storage) => storage.removeItem(key));
    },
    keysFrom: (prefix) =>
      [...memory.keys(), ...(stored(Object.keys) ?? [])].filter((key) => key.startsWith(prefix)).sort(),
    isFleeting: (key) => memory.has(key),
  };
}
