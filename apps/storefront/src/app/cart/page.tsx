import type { Metadata } from 'next';
import { readCart } from '../../cart/cart-cookie';
import { CartLines } from '../../components/cart/cart-lines';
import { Page } from '../../components/layout/page';

export const metadata: Metadata = { title: 'Cart', robots: { index: false } };

export default async function CartPage() {
  return (
    <Page>
      <CartLines ofPage={await readCart()} />
    </Page>
  );
}
