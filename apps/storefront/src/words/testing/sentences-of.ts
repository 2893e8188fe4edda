import { wordsIn } from '..';
import type { Language } from '../languages';

/** Every sentence of a language with its place in the words: `cart.line.remove`. */
export function sentencesOf(language: Language): [place: string, sentence: string][] {
  return sentencesIn(wordsIn(language), '');
}

function sentencesIn(words: object, place: string): [string, string][] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? sentencesIn(value, `${place}${key}.`)
      : [[place + key, String(value)] as [string, string]],
  );
}
