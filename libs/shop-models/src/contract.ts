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
} from './checkout-details';
export type { CategorySlug } from './catalogue';
export type * from './catalogue/picture';
export type { OperationInputs, ShopOperation, SortOrder } from './operation-inputs';
export { FREE_DELIVERY_FROM, MAX_QUANTITY, orderTotals, shippingFor, unitPrice } from './pricing';
export { PROVINCES } from './provinces';
export * from './shop-contract';
export { ShopError, type ShopErrorCode } from './shop-error';
