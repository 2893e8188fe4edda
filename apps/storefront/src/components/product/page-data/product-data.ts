import { unitPrice, type Product, type ProductDetails, type ProductReviews } from '../../../shop';

/** Reviews in the page's data: search engines want the newest, not all. */
const REVIEWS = 5;

/**
 * A product as schema.org describes one, or its family with every variant. It has a rating only
 * where somebody has given one.
 */
export function productData(product: ProductDetails, reviews: ProductReviews): object {
  const { description, brand, kind, variants } = product;
  const shared = { description, category: kind, brand: { '@type': 'Brand', name: brand } };
  const rating = ratingData(reviews);
  const [first] = variants;
  if (!first) return { '@type': 'Product', ...shared, ...offerData(product), ...rating };
  return {
    '@type': 'ProductGroup',
    productGroupID: first.id,
    name: first.name,
    ...shared,
    variesBy: first.options.map(([label]) => variesBy(label)),
    hasVariant: variants.map((variant) => ({
      '@type': 'Product',
      ...offerData(variant),
      additionalProperty: variant.options.map(([name, value]) => ({ '@type': 'PropertyValue', name, value })),
    })),
    ...rating,
  };
}

function offerData(product: Product): object {
  return {
    sku: product.id,
    name: product.name,
    offers: {
      '@type': 'Offer',
      price: unitPrice(product),
      priceCurrency: 'VND',
      availability: `https://schema.org/${product.available > 0 ? 'InStock' : 'OutOfStock'}`,
      itemCondition: 'https://schema.org/NewCondition',
    },
  };
}

/** The property of schema.org for an option, where it has one. */
function variesBy(label: string): string {
  const known: Record<string, string> = { Colour: 'color', Size: 'size' };
  const property = known[label];
  return property ? `https://schema.org/${property}` : label;
}

function ratingData({ average, total, items }: ProductReviews): object {
  if (average === null) return {};
  const rating = Math.round(average * 10) / 10;
  return {
    aggregateRating: { '@type': 'AggregateRating', ratingValue: rating, reviewCount: total },
    review: items
      .filter(({ hasWriter }) => hasWriter)
      .slice(0, REVIEWS)
      .map(({ shownName, stars, title, body, writtenAt }) => ({
        '@type': 'Review',
        author: { '@type': 'Person', name: shownName },
        datePublished: writtenAt.slice(0, 10),
        name: title,
        reviewBody: body,
        reviewRating: { '@type': 'Rating', ratingValue: stars },
      })),
  };
}
