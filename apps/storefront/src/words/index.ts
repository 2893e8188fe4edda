import type { Language } from '../language/languages';
import { ENGLISH } from './en';
import type { Spoken } from './sentences';
import { VIETNAMESE } from './vi';

/** Everything that the shop says to a shopper, by the part of the shop that says it. */
export type Words = Spoken<typeof ENGLISH>;

const WORDS: Readonly<Record<Language, Words>> = { en: ENGLISH, vi: VIETNAMESE };

/**
 * The words of the shop in a language. Only server code may ask: a component of the browser is
 * given the words that it shows.
 */
export function wordsIn(language: Language): Words {
  return WORDS[language];
}
