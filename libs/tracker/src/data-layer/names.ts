/**
 * The events of Google Analytics 4 that are passed on to the tracker. The tracker follows page
 * views and clicks, so Google's names for those are left out.
 */
export const TRACKED_NAMES =
  /^(view_item(_list)?|select_item|(add_to|remove_from|view)_cart|add_to_wishlist|begin_checkout|add_(shipping|payment)_info|purchase|refund|search|view_search_results|(view|select)_promotion|login|sign_up|share|generate_lead)$/;
