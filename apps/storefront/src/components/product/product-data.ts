import { unitPrice, type ProductDetails, type ProductReviews } from '../../shop';

/** Reviews in the page's data: search engines want the newest, not all. */
const REVIEWS = 5;

/** A product as schema.org describes one; a rating only where somebody has given one. */
export function productData(product: ProductDetails, reviews: ProductReviews): object {
  const { id, name, description, brand, kind, available } = product;
  return {
    '@type': 'Product',
    sku: id,
    name,
    description,
    category: kind,
    brand: { '@type': 'Brand', name: brand },
    offers: {
      '@type': 'Offer',
      price: unitPrice(product),
      priceCurrency: 'VND',
      availability: `https://schema.org/${available > 0 ? 'InStock' : 'OutOfStock'}`,
      itemCondition: 'https://schema.org/NewCondition',
    },
    ...ratingData(reviews),
  };
}

function ratingData({ average, total, items }: ProductReviews): object {
  if (average === null) return {};
  return {
    aggregateRating: {
      '@type': 'AggregateRating',
      ratingValue: Math.round(average * 10) / 10,
      reviewCount: total,
    },
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
