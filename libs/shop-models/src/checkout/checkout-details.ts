import { PROVINCES } from './provinces';
import { storableText } from '../storable-text';

export const DELIVERY_METHODS = ['standard', 'express'] as const;
export type DeliveryMethod = (typeof DELIVERY_METHODS)[number];

export const PAYMENT_METHODS = [
  'cash_on_delivery',
  'bank_transfer',
  'card_online',
  'card_on_delivery',
] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

/** The recipient of the parcel and their address: the first step of the checkout. */
export interface Delivery {
  name: string;
  email: string;
  /** Ten digits that begin with 0. */
  phone: string;
  address: string;
  ward: string;
  province: string;
  method: DeliveryMethod;
  readonly note: string;
}

/** The part of the checkout that a shopper has entered so far. */
export interface CheckoutProgress {
  readonly delivery?: Delivery;
  readonly payment?: PaymentMethod;
}

/** A checkout that is ready to become an order. */
export type CheckoutDetails = Required<CheckoutProgress>;

export type DeliveryField = keyof Delivery;
export type DeliveryErrors = Partial<Record<DeliveryField, string>>;
export type CheckedDelivery =
  | { readonly ok: true; readonly delivery: Delivery }
  | { readonly ok: false; readonly errors: DeliveryErrors };

const LONGEST: Record<DeliveryField, number> = {
  name: 100,
  email: 254,
  phone: 20,
  address: 200,
  ward: 100,
  province: 60,
  method: 20,
  note: 500,
};

const SOMETHING_AT_SOMEWHERE = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;
const VIETNAMESE_PHONE = /^0[235789]\d{8}$/;

/**
 * Checks and normalises the delivery step: invisible characters removed, spaces trimmed, the phone
 * number in its national form. Every faulty field gets one sentence for the shopper.
 */
export function checkDelivery(typed: Partial<Record<DeliveryField, unknown>>): CheckedDelivery {
  const text = (field: DeliveryField) =>
    typeof typed[field] === 'string' ? storableText(typed[field]).trim() : '';
  const delivery = {
    name: text('name'),
    email: text('email').toLowerCase(),
    phone: nationalPhone(text('phone')),
    address: text('address'),
    ward: text('ward'),
    province: text('province'),
    method: text('method'),
    note: text('note'),
  };

  const errors: DeliveryErrors = {};
  if (delivery.name.length < 2) errors.name = 'Enter the name of the person who receives the parcel.';
  if (!SOMETHING_AT_SOMEWHERE.test(delivery.email)) {
    errors.email = 'Enter an email address, for example lan@example.com.';
  }
  if (!VIETNAMESE_PHONE.test(delivery.phone)) {
    errors.phone = 'Enter a Vietnamese phone number, for example 0912 345 678.';
  }
  if (delivery.address.length < 4) errors.address = 'Enter the street and house number.';
  if (delivery.ward.length < 2) errors.ward = 'Enter the ward or commune.';
  if (!PROVINCES.includes(delivery.province)) errors.province = 'Choose a province or city.';
  if (!isDeliveryMethod(delivery.method)) errors.method = 'Choose how we should deliver.';
  for (const [field, limit] of Object.entries(LONGEST) as [DeliveryField, number][]) {
    if (delivery[field].length > limit) errors[field] ??= `Use at most ${limit} characters.`;
  }

  const { method } = delivery;
  return Object.keys(errors).length === 0 && isDeliveryMethod(method)
    ? { ok: true, delivery: { ...delivery, method } }
    : { ok: false, errors };
}

/** True for a payment method that the shop accepts. */
export function isPaymentMethod(value: unknown): value is PaymentMethod {
  return PAYMENT_METHODS.some((method) => method === value);
}

function isDeliveryMethod(value: string): value is DeliveryMethod {
  return DELIVERY_METHODS.some((method) => method === value);
}

/** Normalises `+84 912 345 678`, `84912345678` and `0912.345.678` to one number. */
function nationalPhone(typed: string): string {
  const digits = typed.replace(/[\s().-]/g, '');
  return digits.replace(/^(?:\+84|0084|84(?=\d{9}$))0?/, '0');
}
