import { eraseShopper, type ErasedInShop } from '@clickstream/shop-models/erase';
import { connectTo } from '@clickstream/warehouse-load/warehouse';
import type { Subject } from '@clickstream/warehouse-maintenance';

/** The line that says that somebody has to erase in the shop. */
export const SHOP_IS_LEFT =
  'The shop is as it was, since WEB_DB_ADMIN_URL is not set: docs/runbooks/erase.md says how to erase there.';

/** Erases a person from the shop's own database. */
export async function eraseInShop(url: string, { kind, id }: Subject): Promise<ErasedInShop> {
  const client = await connectTo(url);
  try {
    return await eraseShopper(client, { kind, id });
  } finally {
    await client.end();
  }
}

/** The erasure in the shop in one line. */
export function shopLine({ accounts, orders, carts, waitingEvents }: ErasedInShop): string {
  return (
    `In the shop: ${counted(accounts, 'account')}, ${counted(carts, 'cart')}, ` +
    `${counted(waitingEvents, 'waiting event')}; ${counted(orders, 'order')} kept without the person.`
  );
}

const counted = (count: number, word: string) =>
  `${count.toLocaleString('en')} ${word}${count === 1 ? '' : 's'}`;
