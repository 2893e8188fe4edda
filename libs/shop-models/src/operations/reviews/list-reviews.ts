import { In, type DataSource, type EntityManager } from 'typeorm';
import type { OperationInputs } from '../../contract/operation-inputs';
import { REVIEWS_ON_PAGE, type ProductReviews, type ShownReview } from '../../contract/review-contract';
import { ReviewEntity } from '../../entities';
import { pageOf } from '../product-page';

const STARS = [1, 2, 3, 4, 5] as const;

/**
 * One page of the reviews of a product and its family, the newest first, with the sums over all.
 */
export async function listReviews(
  { manager }: Pick<DataSource, 'manager'>,
  { productId, page: asked = 1 }: OperationInputs['listReviews'],
): Promise<ProductReviews> {
  const products = await productsOfFamily(manager, productId);
  const byStars = await countByStars(manager, products);
  const total = byStars.reduce((sum, count) => sum + count, 0);
  const { page, pageCount, from } = pageOf(total, asked, REVIEWS_ON_PAGE);
  const rows = await manager.find(ReviewEntity, {
    where: { productId: In(products), isHidden: false },
    relations: { product: true },
    order: { writtenAt: 'DESC', id: 'DESC' },
    skip: from,
    take: REVIEWS_ON_PAGE,
  });
  const points = byStars.reduce((sum, count, index) => sum + count * (index + 1), 0);
  const average = total === 0 ? null : points / total;
  return { items: rows.map(toShownReview), total, page, pageCount, average, byStars };
}

/** A stored review as everybody sees it. */
export function toShownReview(row: ReviewEntity): ShownReview {
  const { id: reviewId, stars, title, body, shownName, writtenAt, editedAt, customerId } = row;
  return {
    reviewId,
    stars,
    title,
    body,
    shownName,
    writtenAt: writtenAt.toISOString(),
    editedAt: editedAt?.toISOString() ?? null,
    hasWriter: customerId !== null,
    variant: row.product.options.map(([, value]) => value).join(', '),
  };
}

async function countByStars(manager: EntityManager, products: readonly string[]): Promise<number[]> {
  const rows = await manager
    .createQueryBuilder(ReviewEntity, 'review')
    .select('review.stars', 'stars')
    .addSelect('count(*)::integer', 'count')
    .where('review.productId = ANY(:products) AND NOT review.isHidden', { products })
    .groupBy('review.stars')
    .getRawMany<{ stars: number; count: number }>();
  return STARS.map((stars) => rows.find((row) => row.stars === stars)?.count ?? 0);
}

/** A product and the others of its family: what is said of one helps with the others. */
async function productsOfFamily(manager: EntityManager, productId: string): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    'SELECT id FROM products WHERE id = $1 OR family = (SELECT family FROM products WHERE id = $1)',
    [productId],
  );
  return rows.map(({ id }) => id);
}
