import type { CategorySlug, Picture } from '../catalogue';
import type { CheckoutDetails, CheckoutProgress } from '../checkout/checkout-details';
import type { OperationInputs, ShopOperation } from './operation-inputs';

/** A product as lists and carts show it. Money is whole VND with value added tax. */
export interface Product {
  id: string;
  slug: string;
  name: string;
  category: CategorySlug;
  kind: string;
  brand: string;
  price: number;
  discountPrice: number | null;
  tagline: string;
  picture: Picture;
}

/** A product with what its own page adds, and others of its category to look at next. */
export interface ProductDetails extends Product {
  description: string;
  specs: readonly (readonly [label: string, value: string])[];
  releasedOn: string;
  related: Product[];
}

export interface Category {
  slug: CategorySlug;
  name: string;
  tagline: string;
}

/** The number of products on one page of a list. */
export const PAGE_SIZE = 12;

/** One page of a list; `page` counts from 1, `total` is over all pages. */
export interface ProductPage {
  items: Product[];
  total: number;
  page: number;
  pageCount: number;
}

export interface CategoryPage extends ProductPage {
  category: Category;
  /** Every brand of the category with its number of products, whatever the filter. */
  brands: { name: string; products: number }[];
}

/** The content of the home page. */
export interface HomePage {
  categories: (Category & { products: number; picture: Picture })[];
  offers: Product[];
  newest: Product[];
}

export interface CartItem {
  product: Product;
  quantity: number;
  /** The price of one piece today. */
  unitPrice: number;
}

/** An open cart: prices are today's, read from the database each time. */
export interface Cart {
  /** Its name in events. It opens nothing: the key does, which only the browser's cookie holds. */
  analyticsId: string;
  items: CartItem[];
  /** Pieces over all items. */
  quantity: number;
  subtotal: number;
  checkout: CheckoutProgress;
}

export interface OrderItem {
  product: Product;
  quantity: number;
  /** The price of one piece when the order was placed. */
  unitPrice: number;
}

/**
 * A placed order. `total` = `subtotal` + `shipping`; `tax` is the part of
 * `total` that is value added tax.
 */
export interface Order {
  orderId: string;
  placedAt: string;
  items: OrderItem[];
  subtotal: number;
  shipping: number;
  tax: number;
  total: number;
  details: CheckoutDetails;
}

/**
 * A cart that a product was added to, and the key that opens it. The key is for
 * the browser's cookie alone.
 */
export interface AddedToCart {
  cart: Cart;
  cartKey: string;
}

/** An order that was placed, and the key that shows it to the browser that placed it. */
export interface PlacedOrder {
  order: Order;
  orderKey: string;
}

/** The answer of each operation. */
export interface OperationResults {
  getHomePage: HomePage;
  /** Null when there is no such category. */
  listCategory: CategoryPage | null;
  /** Null when there is no such product. */
  findProduct: ProductDetails | null;
  search: ProductPage;
  /** Null when the key opens no cart, or one that has become an order. */
  getCart: Cart | null;
  /** The open cart that now holds the product: a new one when `cartKey` was null or opened none. */
  addToCart: AddedToCart;
  /** Quantity 0 takes the product out. */
  setQuantity: Cart;
  saveCheckout: Cart;
  /** The customer's open cart: the one at hand, else the latest they left. */
  welcomeCustomer: { cartKey: string | null };
  /** The cart as an order, made once: the same cart asked again gives the same order. */
  placeOrder: PlacedOrder;
  /** Null when the order is unknown or belongs to somebody else. */
  getOrder: Order | null;
}

export type Operation<Name extends ShopOperation> = (
  input: OperationInputs[Name],
) => Promise<OperationResults[Name]>;

/**
 * Everything that a storefront asks of the shop, whether it reaches the database itself or through
 * a Lambda. Each operation throws a `ShopError` when it refuses.
 */
export type ShopOperations = { [Name in ShopOperation]: Operation<Name> };
