import type { CategorySlug, Picture } from '../catalogue';
import type { CheckoutProgress } from '../checkout/checkout-details';
import type { Address } from '../checkout/address';
import type { CartCoupon } from '../checkout/coupon';
import type { DeskCoupons, DeskMails, DeskOrder, DeskOrders, DeskProducts, DeskToday } from './desk-contract';
import type { OperationInputs, ShopOperation } from './operation-inputs';
import type { Order, OrderList } from './order-contract';
import type { Payment, PaymentRefund } from './payment-contract';
import type { Product, Variant } from './product';
import type { DeskReviews, ProductReviews, ReviewOfCustomer } from './review-contract';
import type { SignInMail, SignedIn, SignInKeys } from './sign-in-contract';

/** A product with the data of its page, and others of its category to look at next. */
export interface ProductDetails extends Product {
  readonly description: string;
  readonly specs: readonly (readonly [label: string, value: string])[];
  readonly releasedOn: string;
  /** All products of its family, this one among them; empty without a family. */
  readonly variants: Variant[];
  readonly related: Product[];
}

export interface Category {
  readonly slug: CategorySlug;
  readonly name: string;
  readonly tagline: string;
}

/** The number of products on one page of a list. */
export const PAGE_SIZE = 12;

/** One page of a list; `page` counts from 1, `total` is over all pages. */
export interface ProductPage {
  readonly items: Product[];
  readonly total: number;
  readonly page: number;
  readonly pageCount: number;
}

/** One page of the products that a search found. */
export interface SearchPage extends ProductPage {
  /** The words that were searched for instead of mistyped ones; null when none was. */
  readonly correctedTo: string | null;
  /** Other searches, each of which finds something; empty unless this one found nothing. */
  readonly alternatives: string[];
  /** The products bought most; empty unless the search found nothing. */
  readonly popular: Product[];
}

/** Ways on from a search that is still being typed, the best first. */
export interface SearchSuggestions {
  readonly categories: readonly Category[];
  readonly products: Product[];
}

export interface CategoryPage extends ProductPage {
  readonly category: Category;
  /** Every brand of the category with its number of products, whatever the filter. */
  readonly brands: { readonly name: string; readonly products: number }[];
}

/** The content of the home page. */
export interface HomePage {
  readonly categories: (Category & { readonly products: number; readonly picture: Picture })[];
  readonly offers: Product[];
  readonly newest: Product[];
}

export interface CartItem {
  readonly product: Product;
  readonly quantity: number;
  /** The price of one piece today. */
  readonly unitPrice: number;
}

/** An open cart: prices are today's, read from the database each time. */
export interface Cart {
  /** Its id in events. It does not open the cart: only the key in the browser's cookie does. */
  readonly analyticsId: string;
  readonly items: CartItem[];
  /** Pieces over all items. */
  readonly quantity: number;
  readonly subtotal: number;
  readonly coupon: CartCoupon | null;
  readonly checkout: CheckoutProgress;
}

/**
 * A cart that a product was added to, and the key that opens it. The key is only for the browser's
 * cookie.
 */
export interface AddedToCart {
  readonly cart: Cart;
  readonly cartKey: string;
}

/** An order that was placed, and the key that shows it to the browser that placed it. */
export interface PlacedOrder {
  readonly order: Order;
  readonly orderKey: string;
}

/** An address of a customer's book. */
export interface KeptAddress extends Address {
  readonly addressId: string;
}

/** The answer of each operation. */
export interface OperationResults {
  readonly getHomePage: HomePage;
  /** Null when the category does not exist. */
  readonly listCategory: CategoryPage | null;
  /** Null when the product does not exist. */
  readonly findProduct: ProductDetails | null;
  /** In the order of the ids; without those that do not exist. */
  readonly listProducts: Product[];
  readonly search: SearchPage;
  readonly suggest: SearchSuggestions;
  /** Null when the key opens no cart, or one that has become an order. */
  readonly getCart: Cart | null;
  /** The open cart that now holds the product: a new one when `cartKey` was null or opened none. */
  readonly addToCart: AddedToCart;
  /** Quantity 0 removes the product. */
  readonly setQuantity: Cart;
  readonly saveCheckout: Cart;
  readonly applyCoupon: Cart;
  /** The customer's open cart: the current one, else the latest they left. */
  readonly welcomeCustomer: { readonly cartKey: string | null };
  /** The cart as an order, made once: the same request again returns the same order. */
  readonly placeOrder: PlacedOrder;
  /** Null when the order is unknown or belongs to somebody else. */
  readonly getOrder: Order | null;
  readonly listOrders: OrderList;
  readonly listAddresses: KeptAddress[];
  readonly keepAddress: KeptAddress[];
  readonly removeAddress: KeptAddress[];
  readonly cancelOrder: Order;
  readonly requestReturn: Order;
  /** Null when there is nothing to pay (any more). */
  readonly startPayment: { readonly payment: Payment | null };
  readonly settlePayment: { readonly orderId: string };
  readonly duePaymentRefunds: PaymentRefund[];
  readonly settlePaymentRefund: null;
  /** The mail to send; null once it is in the outbox. The same whether an account exists or not. */
  readonly requestSignInCode: { readonly mail: SignInMail | null };
  readonly signInByCode: SignedIn;
  /** Null when the session has ended. */
  readonly renewSignIn: { readonly idToken: string | null };
  readonly endSignIn: null;
  readonly signInKeys: SignInKeys;
  readonly deskToday: DeskToday;
  readonly deskOrders: DeskOrders;
  /** Null when the order is unknown. */
  readonly deskOrder: DeskOrder | null;
  readonly deskChangeOrder: DeskOrder;
  readonly deskRefund: DeskOrder;
  readonly deskProducts: DeskProducts;
  readonly deskChangeProduct: DeskProducts;
  readonly deskCoupons: DeskCoupons;
  readonly deskAddCoupon: DeskCoupons;
  readonly deskEndCoupon: DeskCoupons;
  readonly deskMails: DeskMails;
  readonly listReviews: ProductReviews;
  /** Null when the product does not exist. */
  readonly openReview: ReviewOfCustomer | null;
  readonly writeReview: ReviewOfCustomer;
  readonly deskReviews: DeskReviews;
  readonly deskJudgeReview: DeskReviews;
}

export type * from './desk-contract';
export type * from './order-contract';
export type * from './payment-contract';
export type * from './product';
export type * from './review-contract';
export type * from './sign-in-contract';

export type Operation<Name extends ShopOperation> = (
  input: OperationInputs[Name],
) => Promise<OperationResults[Name]>;

/**
 * Every operation that a storefront calls, directly on the database or through a Lambda. Each
 * operation throws a `ShopError` when it refuses.
 */
export type ShopOperations = { [Name in ShopOperation]: Operation<Name> };
