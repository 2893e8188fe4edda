import type { DataSource } from 'typeorm';
import type { OperationInputs } from '../../contract/operation-inputs';
import { ORDERS_ON_PAGE } from '../../contract/order-contract';
import type { DeskReviews } from '../../contract/review-contract';
import { ShopError } from '../../contract/shop-error';
import { ReviewChangeEntity, ReviewEntity } from '../../entities';
import { pageOf } from '../product-page';
import { toShownReview } from './list-reviews';

const CHANGES_SHOWN = 50;

/** Every review, hidden or not, the newest first, and the last decisions about them. */
export async function deskReviews(
  { manager }: Pick<DataSource, 'manager'>,
  { page: asked = 1 }: OperationInputs['deskReviews'],
): Promise<DeskReviews> {
  const total = await manager.count(ReviewEntity);
  const { page, pageCount, from } = pageOf(total, asked, ORDERS_ON_PAGE);
  const rows = await manager.find(ReviewEntity, {
    relations: { product: true },
    order: { writtenAt: 'DESC', id: 'DESC' },
    skip: from,
    take: ORDERS_ON_PAGE,
  });
  const changes = await manager.find(ReviewChangeEntity, {
    relations: { review: { product: true } },
    order: { id: 'DESC' },
    take: CHANGES_SHOWN,
  });
  return {
    items: rows.map((row) => ({
      ...toShownReview(row),
      productName: row.product.name,
      productSlug: row.product.slug,
      isHidden: row.isHidden,
    })),
    total,
    page,
    pageCount,
    changes: changes.map(({ changedAt, actor, what, reason, review }) => ({
      at: changedAt.toISOString(),
      actor,
      productName: review.product.name,
      title: review.title,
      what,
      reason,
    })),
  };
}

/**
 * Hides a review, or shows it again, and writes down why. The same again changes nothing.
 *
 * @throws ShopError `review_refused` when there is no such review
 */
export async function deskJudgeReview(
  dataSource: DataSource,
  { reviewId, what, reason, actor }: OperationInputs['deskJudgeReview'],
): Promise<DeskReviews> {
  return dataSource.transaction(async (manager) => {
    const review = await manager.findOne(ReviewEntity, {
      where: { id: reviewId },
      lock: { mode: 'pessimistic_write' },
    });
    if (!review) throw new ShopError('review_refused', 'There is no such review.');
    const isHidden = what === 'hidden';
    if (review.isHidden !== isHidden) {
      await manager.update(ReviewEntity, { id: reviewId }, { isHidden });
      await manager.insert(ReviewChangeEntity, { reviewId, actor, what, reason });
    }
    return deskReviews({ manager }, {});
  });
}
