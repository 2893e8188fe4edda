import { Type, type Static } from '@sinclair/typebox';
import { CUSTOM_EVENT_NAME, type EventName } from '../event-names';
import { ENVELOPE } from '../schemas/envelope';
import { loginFailure, loginOpen, loginSuccess, logout, signUp } from './account';
import { categoryView, click, formError, homeView, pageView, search } from './browsing';
import { checkoutComplete, checkoutStart, checkoutStep, orderRefund, viewCart } from './checkout';
import { productListFilter, productListView, selectItem, selectPromotion, viewPromotion } from './lists';
import { addToCartClick, productView, removeFromCartClick, shareClick, wishlistToggle } from './product';

/** The definition of every event, by its name. */
export const EVENTS = {
  page_view: pageView,
  click,
  home_view: homeView,
  category_view: categoryView,
  view_promotion: viewPromotion,
  select_promotion: selectPromotion,
  product_list_view: productListView,
  product_list_filter: productListFilter,
  select_item: selectItem,
  product_view: productView,
  search,
  add_to_cart_click: addToCartClick,
  remove_from_cart_click: removeFromCartClick,
  wishlist_toggle: wishlistToggle,
  share_click: shareClick,
  sign_up: signUp,
  login_open: loginOpen,
  login_failure: loginFailure,
  login_success: loginSuccess,
  logout,
  view_cart: viewCart,
  form_error: formError,
  checkout_start: checkoutStart,
  checkout_step: checkoutStep,
  checkout_complete: checkoutComplete,
  order_refund: orderRefund,
} as const satisfies { [N in EventName]: { readonly name: N } };

/** A custom event: any name of the right form, with free properties. */
export const CustomEventSchema = Type.Object(
  {
    eventName: Type.String({ pattern: CUSTOM_EVENT_NAME.source, description: 'The name of the event.' }),
    ...ENVELOPE,
    properties: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  },
  { title: 'custom event', description: "An event of the shop's own." },
);

/** One event of the contract, by its name. */
export type EventOf<N extends EventName> = Static<(typeof EVENTS)[N]['schema']>;

/** The fields of an event in addition to the envelope, by its name. */
export type PayloadOf<N extends EventName> = Static<(typeof EVENTS)[N]['payload']>;

/** An event whose name the contract does not know. */
export type CustomEvent = Static<typeof CustomEventSchema>;

/** Any event of the contract; `eventName` names which. */
export type KnownEvent = { [N in EventName]: EventOf<N> }[EventName];

/** Any event that ingest accepts. */
export type ClickstreamEvent = KnownEvent | CustomEvent;
