import type { Metadata } from 'next';
import { readCart } from '../../../cart/cart-cookie';
import { CartLines } from '../../../components/cart/cart-lines';
import { formatDay } from '../../../formatting/time';
import { deliveryDays } from '../../../shop';
import { Page } from '../../../components/layout/page';
import { TrackCartView } from '../../../tracking/choices/track-cart-view';
import { toTrackedCart } from '../../../tracking/tracked-product';

export const metadata: Metadata = { title: 'Cart', robots: { index: false } };

export default async function CartPage() {
  const cart = await readCart();
  return (
    <Page>
      {cart && cart.items.length > 0 && <TrackCartView cart={toTrackedCart(cart)} />}
      <CartLines ofPage={cart} arrival={formatDay(deliveryDays(new Date(), 'standard').to)} />
    </Page>
  );
}
