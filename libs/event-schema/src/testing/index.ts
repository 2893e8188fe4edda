export {
  aCheckoutComplete,
  aCheckoutStart,
  aCheckoutStep,
  aClick,
  aCustomEvent,
  aPageView,
  aProductListView,
  aProductView,
  aSearch,
  anAddToCart,
  anEventNamed,
  anOrderRefund,
} from './event-builders';
export { aCart, anElement, anOrder, aProduct } from './schema-builders';
