import { newEventId } from '../ids/event-id';
import type { EventName } from '../event-names';
import type { CustomEvent, EventOf, KnownEvent, PayloadOf } from '../events';
import { SCHEMA_VERSION } from '../limits';
import type { EventEnvelope } from '../schemas/envelope';
import { aCart, anElement, anOrder, aProduct } from './schema-builders';

/** A complete payload for every event of the contract. */
const PAYLOADS: { readonly [N in EventName]: () => PayloadOf<N> } = {
  page_view: () => ({}),
  click: () => ({ element: anElement() }),
  home_view: () => ({}),
  category_view: () => ({ category: 'laptops' }),
  view_promotion: () => ({ promotion: { id: 'hero-laptops', slot: 'home:hero' } }),
  select_promotion: () => ({ promotion: { id: 'hero-laptops', slot: 'home:hero' } }),
  product_list_filter: () => ({ filter: { list: 'category:laptops', name: 'brand', value: 'Solenne' } }),
  select_item: () => ({ product: aProduct({ listName: 'category:laptops', position: 1 }) }),
  product_list_view: () => ({ list: { name: 'category:laptops', items: [aProduct({ position: 1 })] } }),
  product_view: () => ({ product: aProduct() }),
  search: () => ({ search: { term: 'monitor 27', results: 3 } }),
  add_to_cart_click: () => ({ product: aProduct({ quantity: 1 }), cart: aCart() }),
  remove_from_cart_click: () => ({
    product: aProduct({ quantity: 1 }),
    cart: aCart({ value: 0, items: [] }),
  }),
  wishlist_toggle: () => ({ product: aProduct(), wishlisted: true }),
  share_click: () => ({ product: aProduct(), channel: 'copy_link' }),
  sign_up: () => ({ login: { method: 'email' } }),
  login_failure: () => ({ login: { method: 'email' } }),
  login_open: () => ({}),
  login_success: () => ({ login: { method: 'email' } }),
  logout: () => ({}),
  view_cart: () => ({ cart: aCart() }),
  form_error: () => ({ form: { name: 'delivery', fields: ['phone'] } }),
  checkout_start: () => ({ cart: aCart() }),
  checkout_step: () => ({ checkout: { step: 1, name: 'delivery' }, cart: aCart() }),
  checkout_complete: () => ({ order: anOrder() }),
  order_refund: () => ({ order: anOrder() }),
};

function anEnvelope(): EventEnvelope {
  return {
    eventId: newEventId(),
    eventTimestamp: new Date().toISOString(),
    schemaVersion: SCHEMA_VERSION,
    clientId: 'client-1',
    sessionId: 'session-1',
    isFirstVisit: false,
    userId: null,
    userLoginState: 'anonymous',
    identitySource: 'anonymous',
    pageUrl: 'https://shop.example/product/aero-14',
    pageTitle: 'Aero 14 laptop',
    referrer: 'https://shop.example/category/laptops',
  };
}

/**
 * A complete event of the given name, overridden by the test's fields. Ids are new, the time is
 * now.
 */
export function anEventNamed<N extends EventName>(name: N, over: Partial<EventOf<N>> = {}): EventOf<N> {
  const event: Partial<KnownEvent> & object = { eventName: name, ...anEnvelope(), ...PAYLOADS[name]() };
  return { ...event, ...over } as EventOf<N>;
}

const builderOf =
  <N extends EventName>(name: N) =>
  (over: Partial<EventOf<N>> = {}): EventOf<N> =>
    anEventNamed(name, over);

export const aPageView = builderOf('page_view');
export const aClick = builderOf('click');
export const aProductListView = builderOf('product_list_view');
export const aProductView = builderOf('product_view');
export const aSearch = builderOf('search');
export const anAddToCart = builderOf('add_to_cart_click');
export const aCheckoutStart = builderOf('checkout_start');
export const aCheckoutStep = builderOf('checkout_step');
export const aCheckoutComplete = builderOf('checkout_complete');
export const anOrderRefund = builderOf('order_refund');

/** A complete custom event. */
export function aCustomEvent(over: Partial<CustomEvent> = {}): CustomEvent {
  return { ...anEnvelope(), eventName: 'newsletter_signup', properties: { place: 'footer' }, ...over };
}
