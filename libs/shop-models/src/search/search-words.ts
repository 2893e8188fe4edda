import { withMeasures } from './measures';
import { withoutAccents } from './search-text';

/** The most characters and words of a search that are read, so that a pasted page is cheap. */
const MAX_LENGTH = 200;
const MAX_WORDS = 8;

/** Words that say nothing about a product. */
const EMPTY_WORDS = new Set(
  'a an and at best buy by cheap for from good in is me of on or the to with co cho va voi cua'.split(' '),
);

/**
 * The words of a search, each of which a product must have: without accents, in the singular,
 * measures as one word, at most eight.
 */
export function searchWords(term: string): string[] {
  const words = wordsOf(term.slice(0, MAX_LENGTH)).map(singular);
  const telling = words.filter((word) => !EMPTY_WORDS.has(word));
  return [...new Set(telling)].slice(0, MAX_WORDS);
}

/**
 * The words by which a text is found: those of a search, and their parts, so that `X14` is found by
 * `14`, `27″` by `27`, `15.6″` by `15 inch` and `USB-C` by `usbc`.
 */
export function indexWords(text: string): string[] {
  const compounds = withoutAccents(text).match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+/gu) ?? [];
  const words = wordsOf(text).map(singular);
  const joined = compounds.map((compound) => singular(compound.replaceAll('-', '')));
  return [...new Set([...words, ...words.flatMap(partsOf), ...joined])];
}

function wordsOf(text: string): string[] {
  return withMeasures(withoutAccents(text))
    .split(/[^\p{L}\p{N}.]+/u)
    .map((word) => word.replace(/^\.+|\.+$/g, ''))
    .filter((word) => word !== '');
}

/** Numbers, and words of two letters or more, inside a word that mixes both. */
function partsOf(word: string): string[] {
  const numbers = word.match(/\d+(?:\.\d+)?/g) ?? [];
  if (numbers.length === 0) return [];
  const whole = numbers.filter((number) => number.includes('.')).map((number) => number.replace(/\..*/, ''));
  const unit = /inch$/.test(word) ? whole.map((number) => `${number}inch`) : [];
  return [...numbers, ...whole, ...unit, ...(word.match(/\p{L}{2,}/gu) ?? [])];
}

/** An English word in the singular; other words stay as they are, or change alike everywhere. */
function singular(word: string): string {
  if (word.length < 4 || /[^a-z]/.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:[cs]h|x|ss)es$/.test(word)) return word.slice(0, -2);
  return /[^sui]s$/.test(word) ? word.slice(0, -1) : word;
}
