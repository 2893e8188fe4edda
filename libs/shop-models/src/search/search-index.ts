import { ProductIndex, type Hit, type SearchableProduct } from './product-index';
import { bestWordOf, ranked, type Place } from './ranked';
import { searchWords } from './search-words';

/** Result of a search: ids of products, the best first. */
export interface Found {
  readonly ids: readonly string[];
  /** The words that were searched for instead of mistyped ones; null when none was. */
  readonly correctedTo: string | null;
}

const NOTHING: Found = { ids: [], correctedTo: null };
/** The number of other searches that are offered. */
const ALTERNATIVES = 3;

/** The search over a catalogue. */
export class SearchIndex {
  private constructor(
    private readonly index: ProductIndex,
    private readonly families: ReadonlyMap<string, string>,
  ) {}

  /** @param products in the recommended order; of a family, first the one in lists */
  static async of(products: readonly SearchableProduct[]): Promise<SearchIndex> {
    const families = new Map(products.map(({ id, family }) => [id, family ?? id]));
    return new SearchIndex(await ProductIndex.of(products), families);
  }

  /**
   * Products with every word of a search. Words that nothing has are read as the nearest ones, and
   * neighbours as one word ("key board").
   */
  find(term: string): Found {
    const words = searchWords(term);
    if (words.length === 0) return NOTHING;
    const readings = [words, ...joined(words)];
    for (const reading of readings) {
      const hits = this.ranked(reading.map((word) => [word]));
      if (hits.length > 0) return { ids: this.idsOf(hits), correctedTo: null };
    }
    for (const reading of readings) {
      const corrected = this.corrected(reading, 1);
      if (corrected) return corrected;
    }
    return NOTHING;
  }

  /** Searches like one that found nothing, each of which finds something. */
  alternatives(term: string): string[] {
    const words = searchWords(term);
    const corrected = this.corrected(words, 2)?.correctedTo;
    const fewer = words.length < 2 ? [] : words.map((_, index) => words.toSpliced(index, 1).join(' '));
    const tries = [corrected ?? '', ...fewer, ...(words.length > 2 ? words : [])];
    const helpful = tries
      .map((text) => this.find(text))
      .map(({ ids, correctedTo }, index) => (ids.length > 0 ? (correctedTo ?? tries[index] ?? '') : ''));
    return [...new Set(helpful.filter(Boolean))].slice(0, ALTERNATIVES);
  }

  private corrected(words: readonly string[], letters: number): Found | null {
    const places = words.map((word) => (this.index.knows(word) ? [word] : this.index.near(word, letters)));
    if (places.length === 0 || places.some((place) => place.length === 0)) return null;
    const [best] = this.ranked(places);
    if (!best) return null;
    const meant = places.map((place) => bestWordOf(best, place) ?? '');
    return { ids: this.idsOf(this.ranked(meant.map((word) => [word]))), correctedTo: meant.join(' ') };
  }

  private ranked(places: readonly Place[]): Hit[] {
    return ranked(this.index.find(places), places);
  }

  /** The products of hits: of each family the one that was found best. */
  private idsOf(hits: readonly Hit[]): string[] {
    const seen = new Set<string>();
    return hits.flatMap(({ id }) => {
      const family = this.families.get(id) ?? id;
      if (seen.has(family)) return [];
      seen.add(family);
      return [id];
    });
  }
}

/** The words with each pair of neighbours written as one. */
function joined(words: readonly string[]): string[][] {
  return words.slice(1).map((word, index) => words.toSpliced(index, 2, `${words[index]}${word}`));
}
