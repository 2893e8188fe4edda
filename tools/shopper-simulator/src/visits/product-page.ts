import type { CatalogueProduct } from '@clickstream/shop-models/catalogue';
import { trackedProduct } from '../shop/assortment';
import { addToCart } from './cart';
import type { Intent } from '../shoppers/intents';
import type { ProductAppeal } from '../shop/product-appeal';
import type { Visit } from './visit';

/** Highest probability of buying. */
const SUREST = 0.85;

/** Lets a shopper act on a product page: wish, share, add to the cart, or nothing. */
export function lookAt(visit: Visit, product: CatalogueProduct, intent: Intent, appeal: ProductAppeal): void {
  const { random } = visit;
  if (random.chance(0.03)) {
    visit.click('button', 'Add to wishlist');
    visit.record('wishlist_toggle', { product: trackedProduct(product), wishlisted: true });
  }
  if (random.chance(0.012)) {
    visit.click('button', 'Share');
    visit.record('share_click', { product: trackedProduct(product), channel: 'copy_link' });
  }
  if (random.chance(Math.min(intent.adds * appeal.conversion(product), SUREST))) {
    visit.pause(20);
    visit.click('button', 'Add to cart');
    addToCart(visit, product, product.category === 'accessories' && random.chance(0.12) ? 2 : 1);
  }
}
