import type { Metadata } from 'next';
import { CartLines } from '../../components/cart/cart-lines';
import { Page } from '../../components/layout/page';

export const metadata: Metadata = { title: 'Cart', robots: { index: false } };

export default function CartPage() {
  return (
    <Page>
      <CartLines />
    </Page>
  );
}
