import type { DataSource, EntityManager } from 'typeorm';
import type { OperationInputs } from '../../contract/operation-inputs';
import type { ReviewOfCustomer } from '../../contract/review-contract';
import { ShopError } from '../../contract/shop-error';
import { CustomerEntity, ReviewChangeEntity, ReviewEntity, type ProductEntity } from '../../entities';
import { checkReview } from '../../reviews/check-review';
import { selectProducts, toProduct } from '../product-view';

/** Orders of a customer with the product: whether there is one, and one that has arrived. */
const BOUGHT = `SELECT count(*) > 0 AS bought,
    coalesce(bool_or(EXISTS (SELECT FROM order_changes c WHERE c.order_id = o.id AND c.to_status = 'delivered')), false) AS arrived
  FROM orders o JOIN order_items i ON i.order_id = o.id
  WHERE o.customer_id = $1 AND i.product_id = $2 AND o.sold_at IS NOT NULL
    AND o.status <> 'cancelled' AND o.is_staff IS NOT TRUE`;

const REFUSALS = {
  not_bought: 'Reviews are by customers who have bought the product here with this account.',
  not_arrived: 'You can review it once your parcel has arrived.',
} as const;

/** The review of a customer of a product. Null when the product does not exist. */
export async function openReview(
  { manager }: Pick<DataSource, 'manager'>,
  { customerId, slug }: OperationInputs['openReview'],
): Promise<ReviewOfCustomer | null> {
  const row = await selectProducts({ manager }).where('product.slug = :slug', { slug }).getOne();
  return row && read(manager, row, customerId);
}

/**
 * Writes the review of a customer, or changes theirs: there is one for each product. One that the
 * desk hides stays hidden.
 *
 * @throws ShopError `review_refused` unless the product has been delivered to them, `bad_input`
 */
export async function writeReview(
  dataSource: DataSource,
  { customer, productId, review: typed }: OperationInputs['writeReview'],
): Promise<ReviewOfCustomer> {
  const checked = checkReview(typed);
  if (!checked.ok) throw new ShopError('bad_input', Object.values(checked.errors).join(' '));
  const { customerId, email, name } = customer;
  return dataSource.transaction(async (manager) => {
    const product = await selectProducts({ manager })
      .where('product.id = :productId', { productId })
      .getOne();
    if (!product) throw new ShopError('product_not_found', 'This product is no longer sold.');
    const may = await mayReview(manager, productId, customerId);
    if (may !== 'write') throw new ShopError('review_refused', REFUSALS[may]);
    // An account may be older than this database.
    await manager.upsert(CustomerEntity, { id: customerId, email, name }, ['id']);
    await manager.query(
      `INSERT INTO reviews (product_id, customer_id, stars, title, body, shown_name) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (product_id, customer_id) DO UPDATE SET edited_at = now(), stars = excluded.stars,
         title = excluded.title, body = excluded.body, shown_name = excluded.shown_name`,
      [productId, customerId, ...textsOf(checked.review)],
    );
    return read(manager, product, customerId);
  });
}

const textsOf = ({ stars, title, body, shownName }: OperationInputs['writeReview']['review']) => [
  stars,
  title,
  body,
  shownName,
];

async function read(
  manager: EntityManager,
  product: ProductEntity,
  customerId: string,
): Promise<ReviewOfCustomer> {
  const [may, own] = [
    await mayReview(manager, product.id, customerId),
    await manager.findOneBy(ReviewEntity, { productId: product.id, customerId }),
  ];
  return {
    product: toProduct(product),
    may,
    own: own && { stars: own.stars, title: own.title, body: own.body, shownName: own.shownName },
    hiddenFor: own?.isHidden ? await reasonOf(manager, own.id) : null,
  };
}

async function mayReview(
  manager: EntityManager,
  productId: string,
  customerId: string,
): Promise<ReviewOfCustomer['may']> {
  const [row] = await manager.query<{ bought: boolean; arrived: boolean }[]>(BOUGHT, [customerId, productId]);
  if (!row?.bought) return 'not_bought';
  return row.arrived ? 'write' : 'not_arrived';
}

async function reasonOf(manager: EntityManager, reviewId: string): Promise<string> {
  const last = await manager.findOne(ReviewChangeEntity, { where: { reviewId }, order: { id: 'DESC' } });
  return last?.reason ?? '';
}
