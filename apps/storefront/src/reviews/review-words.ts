import type { Language } from '../words/languages';

/** One decimal, and none for a whole number: `4.3`, `5`; in Vietnamese `4,3`. */
export function averageInWords(average: number, language: Language): string {
  return (Math.round(average * 10) / 10).toLocaleString(language);
}

/** Letters that of all languages in Latin script only Vietnamese has. */
const ONLY_VIETNAMESE = /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i;

/** The language in which a screen reader should read a text; undefined for that of the page. */
export function languageOf(text: string, ofPage: Language): Language | undefined {
  const language = ONLY_VIETNAMESE.test(text.normalize('NFC')) ? 'vi' : 'en';
  return language === ofPage ? undefined : language;
}
