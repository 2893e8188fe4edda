import { CATALOGUE, type CatalogueProduct } from '@clickstream/shop-models/catalogue';
import type { Random } from '../random/random';

/** Appeal of the products to shoppers. The same throughout one simulation. */
export interface ProductAppeal {
  /** One of the products, the popular ones far more often. The list must not be empty. */
  pick(products: readonly CatalogueProduct[], random: Random): CatalogueProduct;
  /** Readiness of viewers to buy it; 1 is average. */
  conversion(product: CatalogueProduct): number;
}

/** Number of most expensive products that everybody views and hardly anybody buys. */
const DREAMS = 5;

/** Draws the popularity of products: views follow Zipf's law, and dreams rank high. */
export function drawProductAppeal(random: Random): ProductAppeal {
  const ranking = shuffled(CATALOGUE, random);
  const dreams = [...CATALOGUE].sort((a, b) => b.price - a.price).slice(0, DREAMS);
  dreams.forEach((dream, place) => {
    ranking.splice(ranking.indexOf(dream), 1);
    ranking.splice(2 * place + 1, 0, dream);
  });
  const popularity = new Map(ranking.map((product, rank) => [product, 1 / (rank + 1.5) ** 0.9]));
  const conversion = new Map(
    ranking.map((product) => [product, dreams.includes(product) ? 0.06 : readiness(product, random)]),
  );
  return {
    pick: (products, chance) =>
      chance.weighted(products.map((product) => [product, popularity.get(product) ?? 0])),
    conversion: (product) => conversion.get(product) ?? 1,
  };
}

/**
 * The readiness to buy a product: higher for a keyboard than for a laptop, with some variation.
 */
function readiness({ category }: CatalogueProduct, random: Random): number {
  const byCategory = { laptops: 0.75, monitors: 1, accessories: 1.4 };
  return byCategory[category] * (0.6 + 0.8 * random.next());
}

function shuffled<T>(values: readonly T[], random: Random): T[] {
  const result = [...values];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = random.whole(0, last);
    [result[last], result[other]] = [result[other] as T, result[last] as T];
  }
  return result;
}
