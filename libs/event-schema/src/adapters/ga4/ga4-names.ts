/**
 * Our name of each event that Google Analytics 4 has a name for. Others keep their name: a shop's
 * custom event there is a custom event here. Source: Google's lists of automatically collected,
 * enhanced measurement and recommended events.
 */
export const OUR_NAMES: Readonly<Record<string, string>> = {
  view_promotion: 'view_promotion',
  select_promotion: 'select_promotion',
  view_item_list: 'product_list_view',
  select_item: 'select_item',
  view_item: 'product_view',
  search: 'search',
  view_search_results: 'search',
  add_to_cart: 'add_to_cart_click',
  remove_from_cart: 'remove_from_cart_click',
  add_to_wishlist: 'wishlist_toggle',
  share: 'share_click',
  login: 'login_success',
  sign_up: 'sign_up',
  view_cart: 'view_cart',
  begin_checkout: 'checkout_start',
  add_shipping_info: 'checkout_step',
  add_payment_info: 'checkout_step',
  purchase: 'checkout_complete',
  in_app_purchase: 'checkout_complete',
  ecommerce_purchase: 'checkout_complete',
  refund: 'order_refund',
  purchase_refund: 'order_refund',
};

/** Names that both conventions use, or only Google: an event with no other name is Google's. */
export const GA4_ONLY_NAMES: ReadonlySet<string> = new Set([
  ...Object.keys(OUR_NAMES).filter((name) => name !== 'search'),
  'generate_lead',
]);

/** Steps of the checkout, in the order in which Google's shops send them. */
export const CHECKOUT_STEPS: Readonly<Record<string, { readonly step: number; readonly name: string }>> = {
  add_shipping_info: { step: 1, name: 'delivery' },
  add_payment_info: { step: 2, name: 'payment' },
};
