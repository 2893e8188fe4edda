/** Longer texts are seldom seen twice, and take memory. */
const REMEMBERED_CHARACTERS = 512;
const REMEMBERED_TEXTS = 5_000;

/**
 * The same function, which remembers what it made of the latest texts: a shop's pages and
 * its visitors' browsers come again with each event, and to read one again takes many times
 * as long as to look it up.
 *
 * @param read what it returns is shared, so nobody may change it
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
