/** Longer texts seldom occur twice, and take memory. */
const REMEMBERED_CHARACTERS = 512;
const REMEMBERED_TEXTS = 5_000;

/**
 * The same function, which remembers the results for the latest texts. A shop's pages and its
 * visitors' browsers recur with each event, and reading one again takes many times as long as
 * looking it up.
 *
 * @param read its result is shared, so callers must not change it
 */
export function memoize<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    let result = known.get(text);
    if (result === undefined) {
      result = read(text);
      if (text.length > REMEMBERED_CHARACTERS) return result;
      if (known.size >= REMEMBERED_TEXTS) known.clear();
      known.set(text, result);
    }
    return result;
  };
}
