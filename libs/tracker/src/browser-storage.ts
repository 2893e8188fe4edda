/** Text kept by key for later visits. Never throws. */
export interface TextStorage {
  get(key: string): string | null;
  set(key: string, value: string): void;
}

/**
 * The browser's localStorage. Where that is forbidden or full, values live in memory as long as the page:
 * the shopper is then a new one on the next page load, and the page works as ever.
 */
export function browserStorage(): TextStorage {
  const memory = new Map<string, string>();
  return {
    get(key) {
      try {
        return memory.get(key) ?? localStorage.getItem(key);
      } catch {
        return null;
      }
    },
    set(key, value) {
      try {
        localStorage.setItem(key, value);
        memory.delete(key);
      } catch {
        memory.set(key, value);
      }
    },
  };
}
