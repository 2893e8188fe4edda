/** Text in lower case, without Vietnamese accents. */
export function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase();
}

/**
 * Normalises text for the search: lower case, without Vietnamese accents, words separated by one
 * space. Normalising both the stored text and the query in our code needs no database extension.
 */
export function foldForSearch(text: string): string {
  return withoutAccents(text)
    .replace(/[^\p{L}\p{N}.]+/gu, ' ')
    .trim();
}
