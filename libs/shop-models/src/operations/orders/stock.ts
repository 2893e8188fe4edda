import type { EntityManager } from 'typeorm';
import { OrderItemEntity, StockEntity } from '../../entities';
import { ShopError } from '../../contract/shop-error';

/** Pieces of a product to take from the shelf. */
interface Taken {
  readonly product: { readonly id: string; readonly name: string };
  readonly quantity: number;
}

/**
 * Takes the pieces of an order from the stock, in the caller's transaction. Each product is one
 * statement, which waits for the buyer before it and takes nothing when too few are left. All
 * buyers take in the same order of products, so no two wait for each other.
 *
 * @throws ShopError `stock_short`, which names the product and what is left of it
 */
export async function takeStock(manager: EntityManager, items: readonly Taken[]): Promise<void> {
  for (const { product, quantity } of inOrder(items, ({ product: { id } }) => id)) {
    const [, taken] = await manager.query<[unknown, number]>(
      'UPDATE stock SET pieces = pieces - $2 WHERE product_id = $1 AND pieces >= $2',
      [product.id, quantity],
    );
    if (taken === 0) throw tooFew(product.name, await piecesOf(manager, product.id));
  }
}

/** Puts the pieces of an order back on the shelf, product by product in the order of all buyers. */
export async function returnToStock(manager: EntityManager, orderId: string): Promise<void> {
  const items = await manager.findBy(OrderItemEntity, { orderId });
  for (const { productId, quantity } of inOrder(items, (item) => item.productId)) {
    await manager.increment(StockEntity, { productId }, 'pieces', quantity);
  }
}

/** @throws ShopError `stock_short` when fewer pieces are on the shelf */
export async function requirePieces(
  manager: EntityManager,
  productId: string,
  quantity: number,
): Promise<void> {
  const left = await piecesOf(manager, productId);
  if (quantity > left) throw tooFew('this product', left);
}

async function piecesOf(manager: EntityManager, productId: string): Promise<number> {
  const [row] = await manager.query<{ pieces: number }[]>('SELECT pieces FROM stock WHERE product_id = $1', [
    productId,
  ]);
  return row?.pieces ?? 0;
}

/** The refusal for a product of which nothing is left. */
export function soldOut(name: string): ShopError {
  return new ShopError('stock_short', `${name} is sold out.`);
}

/** The refusal for a product of which the cart has every piece. */
export function allInCart(name: string, left: number): ShopError {
  const all = left === 1 ? 'The last piece' : `All ${left} pieces`;
  return new ShopError(
    'stock_short',
    `${all} of ${name} that we have ${left === 1 ? 'is' : 'are'} in your cart.`,
  );
}

function tooFew(name: string, left: number): ShopError {
  const sentence =
    left === 0
      ? `${name} is sold out. Remove it from your cart to go on.`
      : `Only ${left} ${left === 1 ? 'piece' : 'pieces'} of ${name} ${left === 1 ? 'is' : 'are'} left. Choose fewer in your cart.`;
  return new ShopError('stock_short', sentence.charAt(0).toUpperCase() + sentence.slice(1));
}

/** One order of products for all who change the stock, so that no two wait for each other. */
function inOrder<Item>(items: readonly Item[], idOf: (item: Item) => string): Item[] {
  return [...items].sort((one, other) => (idOf(one) < idOf(other) ? -1 : 1));
}
