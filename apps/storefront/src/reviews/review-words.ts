/** Words for each number of stars. */
export const STAR_WORDS: Readonly<Record<number, string>> = {
  5: 'Excellent',
  4: 'Good',
  3: 'Fair',
  2: 'Weak',
  1: 'Bad',
};

/** `1 review`, `12 reviews`. */
export function reviewsInWords(total: number): string {
  return total === 1 ? '1 review' : `${total} reviews`;
}

/** One decimal, and none for a whole number: `4.3`, `5`. */
export function averageInWords(average: number): string {
  return String(Math.round(average * 10) / 10);
}

/** Letters that of all languages in Latin script only Vietnamese has. */
const ONLY_VIETNAMESE = /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i;

/** The language in which a screen reader should read a text; undefined for that of the page. */
export function languageOf(text: string): 'vi' | undefined {
  return ONLY_VIETNAMESE.test(text.normalize('NFC')) ? 'vi' : undefined;
}
