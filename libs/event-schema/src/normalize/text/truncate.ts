/**
 * The beginning of a text, as a separate string: the result of `slice` keeps the whole text in
 * memory for as long as it lives.
 */
export function truncate(text: string, characters: number): string {
  return text.length > characters ? detach(text.slice(0, characters)) : text;
}

/** A separate copy of a string that may be a slice of another. */
export function detach(text: string): string {
  return Buffer.from(text).toString();
}
