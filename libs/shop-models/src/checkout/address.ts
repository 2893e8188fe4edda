import { checkDelivery, type Delivery, type DeliveryErrors } from './checkout-details';

/** The part of a delivery that a customer keeps: who, and where. */
export type Address = Pick<Delivery, 'name' | 'phone' | 'address' | 'ward' | 'province'>;

/** Fields of an address, in the order of its forms. */
export const ADDRESS_FIELDS = ['name', 'phone', 'address', 'ward', 'province'] as const;

export type CheckedAddress =
  { readonly ok: true; readonly address: Address } | { readonly ok: false; readonly errors: DeliveryErrors };

/** Checks and normalises an address by the rules of a delivery. */
export function checkAddress(typed: Partial<Record<keyof Address, unknown>>): CheckedAddress {
  const checked = checkDelivery({ ...typed, email: 'nobody@shop.example', method: 'standard', note: '' });
  if (!checked.ok) return checked;
  const { name, phone, address, ward, province } = checked.delivery;
  return { ok: true, address: { name, phone, address, ward, province } };
}
