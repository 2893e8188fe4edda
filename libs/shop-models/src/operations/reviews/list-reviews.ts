import type { DataSource, EntityManager } from 'typeorm';
import type { OperationInputs } from '../../contract/operation-inputs';
import { REVIEWS_ON_PAGE, type ProductReviews, type ShownReview } from '../../contract/review-contract';
import { ReviewEntity } from '../../entities';
import { pageOf } from '../product-page';

const STARS = [1, 2, 3, 4, 5] as const;

/** One page of the reviews of a product, the newest first, with the sums over all of them. */
export async function listReviews(
  { manager }: Pick<DataSource, 'manager'>,
  { productId, page: asked = 1 }: OperationInputs['listReviews'],
): Promise<ProductReviews> {
  const byStars = await countByStars(manager, productId);
  const total = byStars.reduce((sum, count) => sum + count, 0);
  const { page, pageCount, from } = pageOf(total, asked, REVIEWS_ON_PAGE);
  const rows = await manager.find(ReviewEntity, {
    where: { productId, isHidden: false },
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
  };
}

async function countByStars(manager: EntityManager, productId: string): Promise<number[]> {
  const rows = await manager
    .createQueryBuilder(ReviewEntity, 'review')
    .select('review.stars', 'stars')
    .addSelect('count(*)::integer', 'count')
    .where('review.productId = :productId AND NOT review.isHidden', { productId })
    .groupBy('review.stars')
    .getRawMany<{ stars: number; count: number }>();
  return STARS.map((stars) => rows.find((row) => row.stars === stars)?.count ?? 0);
}
