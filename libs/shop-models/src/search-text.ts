/**
 * Writes text the way the search compares it: lower case, without Vietnamese accents, words
 * apart by one space. Folding on our side, for what is stored and for what is asked, needs no
 * extension in the database.
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
 * The words of a search, each to be found somewhere in a product; at most eight, so that a
 * pasted page costs nothing.
 */
export function searchWords(term: string): string[] {
  const folded = foldForSearch(term.slice(0, 200));
  return folded === '' ? [] : folded.split(' ').slice(0, 8);
}
