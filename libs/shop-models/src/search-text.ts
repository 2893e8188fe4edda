/**
 * Normalises text for the search: lower case, without Vietnamese accents, words separated by one
 * space. Normalising both the stored text and the query in our code needs no database extension.
 */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]+/gu, ' ')
    .trim();
}

/**
 * The words of a search, each of which a product must contain; at most eight, so that a pasted page
 * is cheap.
 */
export function searchWords(term: string): string[] {
  const folded = foldForSearch(term.slice(0, 200));
  return folded === '' ? [] : folded.split(' ').slice(0, 8);
}
