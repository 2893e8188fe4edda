/**
 * The beginning of a text, as a text of its own: what `slice` gives keeps all of the text in memory
 * for as long as the beginning is kept.
 */
export function beginningOf(text: string, characters: number): string {
  return text.length > characters ? copyOf(text.slice(0, characters)) : text;
}

/** A text of its own, of one that may be a piece of another. */
export function copyOf(text: string): string {
  return Buffer.from(text).toString();
}
