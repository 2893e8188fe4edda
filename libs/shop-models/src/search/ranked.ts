import type { Field, Hit } from './product-index';

/** The weight of a word by where it is found: name before category, specification and tagline. */
const WEIGHTS: Record<Field, number> = {
  name: 16,
  brand: 12,
  category: 9,
  kind: 8,
  keywords: 6,
  specs: 3,
  tagline: 1.5,
};
/** The weight of a longer word that only begins with the word, relative to the word itself. */
const BEGINNING = 0.6;
/** The weight of further fields with the same word: they decide only between equal products. */
const FURTHER = 0.05;
/** The weight of a name of which every word is in the search. */
const WHOLE_NAME = 4;

/** One searched word: the words of which a product must have one. */
export type Place = readonly string[];

/** The hits of a search, the best first; equal ones in the recommended order. */
export function ranked(hits: readonly Hit[], places: readonly Place[]): Hit[] {
  return hits
    .map((hit) => ({ hit, score: scoreOf(hit, places) }))
    .sort((a, b) => b.score - a.score || a.hit.position - b.hit.position)
    .map(({ hit }) => hit);
}

/** The word of a place by which a hit was found best. */
export function bestWordOf({ match }: Hit, place: Place): string | undefined {
  return [...place].sort((a, b) => weightOf(match, b) - weightOf(match, a))[0];
}

function scoreOf({ match, nameLength }: Hit, places: readonly Place[]): number {
  const weights = places.map((place) => Math.max(...place.map((word) => weightOf(match, word))));
  const inName = weights.filter((weight) => weight >= WEIGHTS.name * BEGINNING).length;
  return (
    weights.reduce((sum, weight) => sum + weight, 0) + (WHOLE_NAME * inName) / Math.max(nameLength, inName)
  );
}

/** The weight of a word in a hit: of its best field, and a little for each further one. */
function weightOf(match: Hit['match'], word: string): number {
  const weights = Object.entries(match)
    .filter(([found]) => found.startsWith(word))
    .flatMap(([found, fields]) =>
      fields.map((field) => WEIGHTS[field as Field] * (found === word ? 1 : BEGINNING)),
    );
  const best = Math.max(0, ...weights);
  return best + (weights.reduce((sum, weight) => sum + weight, 0) - best) * FURTHER;
}
