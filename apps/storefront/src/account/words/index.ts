import type { CodeWords } from './code-words';
import { ENGLISH } from './english';
import { VIETNAMESE } from './vietnamese';

export type { CodeWords } from './code-words';

/** Languages of the pages about codes. The rest of the shop is in English. */
export type Language = 'en' | 'vi';

export const CODE_WORDS: Readonly<Record<Language, CodeWords>> = { en: ENGLISH, vi: VIETNAMESE };

/** The first of the languages that a browser prefers, by its order; English where it names none. */
export function languageOf(acceptLanguage: string | null): Language {
  const asked = (acceptLanguage ?? '').toLowerCase().split(',');
  const known = asked.map((tag) => tag.trim().slice(0, 2)).find((tag) => tag === 'en' || tag === 'vi');
  return known === 'vi' ? 'vi' : 'en';
}
