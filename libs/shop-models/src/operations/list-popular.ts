import type { DataSource } from 'typeorm';
import type { Product } from '../contract/shop-contract';
import { toListed } from './families';
import { IN_LISTS, selectProducts } from './product-view';

const SHOWN = 4;

const PIECES_SOLD_LATELY = `(SELECT coalesce(sum(item.quantity), 0) FROM order_items item
  JOIN orders ON orders.id = item.order_id
  WHERE item.product_id IN (SELECT id FROM products one WHERE one.id = product.id OR one.family = product.id) AND orders.placed_at > now() - interval '90 days')`;

/** The products of which most pieces were sold in the last 90 days; then the recommended ones. */
export async function listPopular(dataSource: DataSource): Promise<Product[]> {
  const rows = await selectProducts(dataSource)
    .where(IN_LISTS)
    .orderBy(PIECES_SOLD_LATELY, 'DESC')
    .addOrderBy('product.position', 'ASC')
    .limit(SHOWN)
    .getMany();
  return toListed(dataSource.manager, rows);
}
