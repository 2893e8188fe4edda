import type { DataSource, EntityManager } from 'typeorm';
import { LITTLE_LEFT } from '../../checkout/pricing';
import type { DeskProduct, DeskProductChange, DeskProducts } from '../../contract/desk-contract';
import type { OperationInputs } from '../../contract/operation-inputs';
import { ShopError } from '../../contract/shop-error';
import { ProductChangeEntity, ProductEntity, StockEntity, type ChangedField } from '../../entities';
import { selectProducts, toProduct } from '../product-view';

const CHANGES_SHOWN = 50;

/** Every product with its real stock, and the last changes. */
export async function deskProducts({ manager }: Pick<DataSource, 'manager'>): Promise<DeskProducts> {
  const [rows, changes] = await Promise.all([
    selectProducts({ manager })
      .orderBy('product.category')
      .addOrderBy('product.position')
      .addOrderBy('(product.id = product.family)', 'DESC')
      .addOrderBy('product.id')
      .getMany(),
    manager.find(ProductChangeEntity, { order: { id: 'DESC' }, take: CHANGES_SHOWN }),
  ]);
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return {
    products: rows.map(toDeskProduct),
    changes: changes.map((change): DeskProductChange => {
      const { changedAt, actor, productId, field, before, after } = change;
      const name = names.get(productId) ?? productId;
      return { at: changedAt.toISOString(), actor, productId, name, field, before, after };
    }),
  };
}

/** Products of which few pieces are left, the fewest first. */
export async function productsRunningLow(manager: EntityManager): Promise<DeskProduct[]> {
  const rows = await selectProducts({ manager })
    .where('coalesce(stock.pieces, 0) <= :few', { few: LITTLE_LEFT })
    .orderBy('stock.pieces', 'ASC')
    .addOrderBy('product.position', 'ASC')
    .getMany();
  return rows.map(toDeskProduct);
}

/**
 * Sets stock and prices of a product, and writes down what was there before. What is not given
 * stays. `piecesSeen` is the stock that the caller saw: sales since then are not undone.
 *
 * @throws ShopError `product_not_found`, `bad_input` for an offer that is not below the price
 */
export async function deskChangeProduct(
  dataSource: DataSource,
  { productId, actor, pieces, piecesSeen, price, discountPrice }: OperationInputs['deskChangeProduct'],
): Promise<DeskProducts> {
  return dataSource.transaction(async (manager) => {
    const [stock] = await manager.query<{ pieces: number }[]>(
      'SELECT pieces FROM stock WHERE product_id = $1 FOR UPDATE',
      [productId],
    );
    const product = await manager.findOneBy(ProductEntity, { id: productId });
    if (!product || !stock) throw new ShopError('product_not_found', 'There is no such product.');
    if (discountPrice !== null && discountPrice >= price)
      throw new ShopError('bad_input', 'An offer must be below the price. Leave it empty for no offer.');

    const counted = Math.max(0, pieces + stock.pieces - piecesSeen);
    const changes: [ChangedField, number | null, number | null][] = [
      ['pieces', stock.pieces, counted],
      ['price', product.price, price],
      ['discountPrice', product.discountPrice, discountPrice],
    ];
    const made = changes.filter(([, before, after]) => before !== after);
    if (made.some(([field]) => field === 'pieces'))
      await manager.update(StockEntity, { productId }, { pieces: counted });
    if (made.some(([field]) => field !== 'pieces'))
      await manager.update(ProductEntity, { id: productId }, { price, discountPrice });
    await manager.insert(
      ProductChangeEntity,
      made.map(([field, before, after]) => ({ productId, actor, field, before, after })),
    );
    return deskProducts({ manager });
  });
}

function toDeskProduct(row: ProductEntity): DeskProduct {
  return { ...toProduct(row), pieces: row.stock?.pieces ?? 0, familyId: row.family };
}
