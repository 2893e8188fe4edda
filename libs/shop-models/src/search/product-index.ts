import MiniSearch, { type Query, type SearchResult } from 'minisearch';
import { otherWordsFor } from './other-words';
import { indexWords, searchWords } from './search-words';

/** A product as the search reads it. */
export interface SearchableProduct {
  readonly id: string;
  readonly name: string;
  readonly brand: string;
  /** Name of its department. */
  readonly category: string;
  readonly kind: string;
  readonly tagline: string;
  readonly specs: readonly (readonly [label: string, value: string])[];
  /** Further words, mainly Vietnamese. */
  readonly keywords: string;
  /** The id of its family; a search shows one of each. */
  readonly family?: string | null;
}

/** A found product. The index knows its words; its data is read from the database. */
export interface Hit extends SearchResult {
  readonly id: string;
  /** The number of words of its name. */
  readonly nameLength: number;
  /** Its place in the recommended order. */
  readonly position: number;
}

/** The fields of a product, the deciding one first. */
const FIELDS = ['name', 'brand', 'category', 'kind', 'keywords', 'specs', 'tagline'] as const;
export type Field = (typeof FIELDS)[number];

interface Document extends SearchableProduct {
  readonly position: number;
}

/** The words of every product, in memory. */
export class ProductIndex {
  private readonly words = new MiniSearch<Document>({
    fields: [...FIELDS],
    storeFields: ['nameLength', 'position'],
    extractField: (product, field) => valueOf(product, field as Field) as string,
    tokenize: (text) => text.split(' '),
    processTerm: (word) => word || null,
    // The order is that of `ranked`, which needs no statistics of words.
    searchOptions: { prefix: isPrefix, bm25: { k: 0, b: 0, d: 0 }, tokenize: (word) => [word] },
  });

  /**
   * Reads a catalogue, a few products at a time: requests are answered meanwhile.
   *
   * @param products in the recommended order
   */
  static async of(products: readonly SearchableProduct[]): Promise<ProductIndex> {
    const index = new ProductIndex();
    const documents = products.map((product, position) => ({ ...product, position }));
    await index.words.addAllAsync(documents, { chunkSize: 50 });
    return index;
  }

  /** Products that have, for every place, one of its words. */
  find(places: readonly (readonly string[])[]): Hit[] {
    const queries: Query[] = places.map((words) => ({ combineWith: 'OR', queries: [...words] }));
    return this.words.search({ combineWith: 'AND', queries }) as Hit[];
  }

  /** True when a word, or a longer one that begins with it, is in the catalogue. */
  knows(word: string): boolean {
    return this.words.search(word).length > 0;
  }

  /** Words of the catalogue that differ from a word by so many letters, or by two swapped ones. */
  near(word: string, letters: number): string[] {
    if (word.length < 2 + 2 * letters || /\d/.test(word)) return [];
    const queries: Query[] = [{ queries: [word], fuzzy: letters, prefix: false }, ...swapped(word)];
    const hits = this.words.search({ combineWith: 'OR', prefix: false, queries });
    const near = new Set(
      hits.flatMap(({ match }) => Object.keys(match).filter((other) => isTelling(other, match))),
    );
    // In a short word one letter is much: it must at least begin alike.
    return [...near].filter((other) => word.length > 4 || other[0] === word[0]);
  }
}

/** Syllables of Vietnamese keywords are short, and near to any word: "phone" is not "văn phòng". */
function isTelling(word: string, match: SearchResult['match']): boolean {
  return word.length > 5 || (word.length > 2 && match[word]?.some((field) => field !== 'keywords') === true);
}

/** A single letter or a number is meant as it is. */
function isPrefix(word: string): boolean {
  return word.length > 1 && /\p{L}/u.test(word);
}

function swapped(word: string): string[] {
  const letters = [...word];
  return letters
    .slice(1)
    .map((_, index) => letters.with(index, letters[index + 1] ?? '').with(index + 1, letters[index] ?? ''))
    .map((swap) => swap.join(''));
}

function valueOf(product: Document, field: Field | 'id' | 'position' | 'nameLength'): string | number {
  if (field === 'id' || field === 'position') return product[field];
  if (field === 'nameLength') return searchWords(product.name).length;
  return indexWords(textOf(product, field)).join(' ');
}

function textOf(product: SearchableProduct, field: Field): string {
  const { category, kind, keywords } = product;
  if (field === 'specs') {
    const specs = product.specs.flat().join(' · ');
    return `${specs} · ${otherWordsFor(specs)}`;
  }
  // The last word of a kind is its noun: a laptop sleeve is a sleeve.
  if (field === 'keywords') return `${keywords} ${otherWordsFor(`${category} ${kind.split(' ').at(-1)}`)}`;
  return product[field];
}
