import type { CatalogueProduct, CategorySlug } from '@clickstream/shop-models/catalogue';
import { signIn, signOut } from './account';
import { categoryName, categoryPage, relatedProducts, trackedProduct } from '../shop/assortment';
import { visitCart } from './checkout';
import type { Intent } from '../shoppers/intents';
import type { ProductAppeal } from '../shop/product-appeal';
import { lookAt } from './product-page';
import { searchTerm } from '../shoppers/search-terms';
import { filterCategory, HERO, openCategory, openHome, openProduct, openSearch } from './shop-pages';
import type { Visit } from './visit';

/** Beginning of a visit. */
export interface Landing {
  readonly page: 'home' | 'category' | 'product';
  /** The query of its address, without `?`. */
  readonly query: string;
}

/**
 * The page that a shopper is on: the products to click, and the product that it shows, if any.
 */
interface View {
  readonly offered: readonly CatalogueProduct[];
  readonly product?: CatalogueProduct;
  readonly isHome?: boolean;
}

/** Lets a shopper browse the shop, and then go to cart and checkout. */
export function browse(visit: Visit, landing: Landing, intent: Intent, appeal: ProductAppeal): void {
  const { random, shopper } = visit;
  let view = land(visit, landing, appeal);
  if (view.product) lookAt(visit, view.product, intent, appeal);
  for (let pages = random.whole(...intent.pages); pages > 1; pages -= 1) {
    if (visit.loginState() === 'anonymous' && shopper.accountId !== null && random.chance(0.1)) {
      view = { offered: signIn(visit, () => openHome(visit)) };
    }
    view = moveOn(visit, view, appeal);
    if (view.product) lookAt(visit, view.product, intent, appeal);
  }
  if (shopper.cart.lines.length > 0 && random.chance(intent.looksIntoCart)) {
    visitCart(visit, intent.eagerness);
  }
  if (visit.loginState() === 'logged_in' && random.chance(0.08)) signOut(visit);
}

function land(visit: Visit, { page, query }: Landing, appeal: ProductAppeal): View {
  const { random, shopper } = visit;
  if (page === 'home') return { offered: openHome(visit, query), isHome: true };
  const category = random.weighted(shopper.interests);
  if (page === 'category') return { offered: openCategory(visit, category, 1, query) };
  return showProduct(visit, appeal.pick(wholeCategory(category), random), query);
}

/** Clicks the next link: mostly a product, if the page has any. */
function moveOn(visit: Visit, view: View, appeal: ProductAppeal): View {
  const { random } = visit;
  const next = random.weighted<() => View>([
    [() => chooseProduct(visit, view.offered, appeal), view.offered.length > 0 ? 64 : 0],
    [() => chooseCategory(visit, view), view.product ? 18 : 24],
    [() => search(visit), view.offered.length > 0 ? 9 : 20],
    [() => goHome(visit), 4],
  ]);
  return next();
}

function chooseProduct(visit: Visit, offered: View['offered'], appeal: ProductAppeal): View {
  const product = appeal.pick(offered, visit.random);
  visit.click('a', product.name);
  const place = visit.lists.choose(product.id);
  if (place) visit.record('select_item', { product: trackedProduct(product, place) });
  return showProduct(visit, product);
}

function showProduct(visit: Visit, product: CatalogueProduct, query = ''): View {
  openProduct(visit, product, query);
  return { offered: relatedProducts(product), product };
}

function chooseCategory(visit: Visit, view: View): View {
  const { random, shopper } = visit;
  const category = random.weighted(shopper.interests);
  const isOnHero = view.isHome && category !== 'accessories' && random.chance(0.5);
  visit.click('a', isOnHero ? `Shop ${category}` : categoryName(category));
  if (isOnHero) visit.record('select_promotion', { promotion: HERO });
  const offered = openCategory(visit, category, random.chance(0.15) ? 2 : 1);
  if (!random.chance(0.12)) return { offered };
  return { offered: filterCategory(visit, category, random.pick(offered).brand) };
}

function search(visit: Visit): View {
  visit.click('button', 'Search');
  return { offered: openSearch(visit, searchTerm(visit.random)) };
}

function goHome(visit: Visit): View {
  visit.click('a', 'Home');
  return { offered: openHome(visit), isHome: true };
}

/** Landing pages of advertisements and search engines: any product of the category. */
function wholeCategory(slug: CategorySlug): readonly CatalogueProduct[] {
  return [1, 2, 3].flatMap((page) => categoryPage(slug, page)?.products ?? []);
}
