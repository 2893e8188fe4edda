export {
  DELIVERY_METHODS,
  PAYMENT_METHODS,
  checkDelivery,
  isPaymentMethod,
  type CheckedDelivery,
  type CheckoutDetails,
  type CheckoutProgress,
  type Delivery,
  type DeliveryErrors,
  type DeliveryField,
  type DeliveryMethod,
  type PaymentMethod,
} from '../checkout/checkout-details';
export { ADDRESS_FIELDS, checkAddress, type Address } from '../checkout/address';
export type { CartCoupon } from '../checkout/coupon';
export { CATEGORIES, type CategorySlug } from '../catalogue/categories';
export type * from '@clickstream/product-pictures/picture';
export type { OperationInputs, ShopOperation } from './operation-inputs';
export { SORT_ORDERS, type SortOrder } from './sort-order';
export { deliveryDays, type DeliveryDays } from '../checkout/delivery-days';
export {
  FREE_DELIVERY_FROM,
  LITTLE_LEFT,
  MAX_QUANTITY,
  isAvailable,
  orderTotals,
  shippingFor,
  unitPrice,
} from '../checkout/pricing';
export { PROVINCES } from '../checkout/provinces';
export * from './shop-contract';
export { ORDERS_ON_PAGE } from './order-contract';
export { REVIEWS_ON_PAGE } from './review-contract';
export {
  REVIEW_LIMITS,
  checkReview,
  type ReviewErrors,
  type ReviewField,
  type ReviewText,
} from '../reviews/check-review';
export {
  ORDER_STATUSES,
  isCancellable,
  isReturnable,
  isWithinReturnTime,
  nextStatuses,
  type OrderStatus,
} from '../checkout/order-status';
export { SIGN_IN_TOKEN } from './sign-in-contract';
export { storableText } from '../storable-text';
export { ShopError, isShopError, type ShopErrorCode } from './shop-error';
export type { ShopAnswer, ShopRequest } from './shop-wire';
export { toTrackedOrder, toTrackedProduct } from './tracked-order';
