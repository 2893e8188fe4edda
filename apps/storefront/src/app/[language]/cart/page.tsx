import type { Metadata } from 'next';
import { readCart } from '../../../cart/cart-cookie';
import { CartLines } from '../../../components/cart/cart-lines';
import { formatDay } from '../../../formatting/time';
import { deliveryDays } from '../../../shop';
import { Page } from '../../../components/layout/page';
import { shownLanguage, shownWords } from '../../../language/shown-language';
import { TrackCartView } from '../../../tracking/choices/track-cart-view';
import { toTrackedCart } from '../../../tracking/tracked-product';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await shownWords()).cart.title, robots: { index: false } };
}

export default async function CartPage() {
  const [cart, language, words] = await Promise.all([readCart(), shownLanguage(), shownWords()]);
  return (
    <Page>
      {cart && cart.items.length > 0 && <TrackCartView cart={toTrackedCart(cart)} />}
      <CartLines
        ofPage={cart}
        arrival={formatDay(deliveryDays(new Date(), 'standard').to, language)}
        words={words.cart}
        stock={words.product.stock}
      />
    </Page>
  );
}
