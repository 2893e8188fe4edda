import { ENGLISH } from './en';
import type { Language } from './languages';
import { VIETNAMESE } from './vi';
import type { Words } from './words';

export type { Words } from './words';

const WORDS: Readonly<Record<Language, Words>> = { en: ENGLISH, vi: VIETNAMESE };

/**
 * The words of the shop in a language. Only server code may ask: a component of the browser is
 * given the words that it shows.
 */
export function wordsIn(language: Language): Words {
  return WORDS[language];
}
