/** The given number of random bytes. */
export const randomBytes = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count));

/** One digit in the given base, at most 36, from each byte. */
export function digitsFrom(bytes: Uint8Array, base: number): string {
  return Array.from(bytes, (byte) => (byte % base).toString(base)).join('');
}
