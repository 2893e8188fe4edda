/** Every event that the contract knows, in the order in which a session meets them. */
export const EVENT_NAMES = [
  'page_view',
  'click',
  'home_view',
  'category_view',
  'view_promotion',
  'select_promotion',
  'product_list_view',
  'product_list_filter',
  'select_item',
  'product_view',
  'search',
  'add_to_cart_click',
  'remove_from_cart_click',
  'wishlist_toggle',
  'share_click',
  'sign_up',
  'login_open',
  'login_failure',
  'login_success',
  'logout',
  'view_cart',
  'form_error',
  'checkout_start',
  'checkout_step',
  'checkout_complete',
  'order_refund',
] as const;

/** A name of the contract. */
export type EventName = (typeof EVENT_NAMES)[number];

/** The custom event by which a tracker reports the number of events that it dropped. */
export const LOSS_REPORT = 'tracker_events_lost';

/** The pattern of custom event names. */
export const CUSTOM_EVENT_NAME = /^[a-z][a-z0-9_]{0,63}$/;

/**
 * The funnel of the shop, first step first. A session reaches a step when it did that step, or a
 * later one, at or after the first: ADR 0040.
 */
export const FUNNEL_STEPS = [
  'product_view',
  'add_to_cart_click',
  'checkout_start',
  'checkout_complete',
] as const satisfies readonly EventName[];

/** Names of Google Analytics 4 by the case in which an event has one. */
type Ga4Cases = Readonly<Record<string, string>>;

/**
 * The Google Analytics 4 e-commerce name of each event, for shops that know those; null where GA4
 * has none. Source: Google's list of recommended e-commerce events.
 */
export const GA4_NAMES: Readonly<Record<EventName, string | Ga4Cases | null>> = {
  page_view: 'page_view',
  click: null,
  home_view: null,
  category_view: null,
  view_promotion: 'view_promotion',
  select_promotion: 'select_promotion',
  product_list_view: 'view_item_list',
  product_list_filter: null,
  select_item: 'select_item',
  product_view: 'view_item',
  search: 'search',
  add_to_cart_click: 'add_to_cart',
  remove_from_cart_click: 'remove_from_cart',
  wishlist_toggle: { 'when added': 'add_to_wishlist' },
  share_click: 'share',
  sign_up: 'sign_up',
  login_open: null,
  login_failure: null,
  login_success: 'login',
  logout: null,
  view_cart: 'view_cart',
  form_error: null,
  checkout_start: 'begin_checkout',
  checkout_step: { 'step delivery': 'add_shipping_info', 'step payment': 'add_payment_info' },
  checkout_complete: 'purchase',
  order_refund: 'refund',
};
