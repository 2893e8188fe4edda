'use server';

import { refresh } from 'next/cache';
import { formOf, text } from '../forms/form-text';
import { readIdentity } from '../identity/identity';
import { ADDRESS_FIELDS, checkAddress, isShopError, shop, type DeliveryErrors } from '../shop';
import { continueTo } from '../language/sent-language';

/** State of the form for an address after a refused submission. */
export interface AddressState {
  readonly problem?: string;
  readonly fields?: DeliveryErrors;
  readonly typed?: Record<string, string>;
}

/** Keeps an address in the book of the customer who is signed in. */
export async function keepAddress(_before: AddressState, sent: FormData): Promise<AddressState> {
  const { shopper } = await readIdentity();
  if (!shopper) return continueTo('/sign-in?next=/addresses');
  const form = formOf(sent);
  const typed = Object.fromEntries(ADDRESS_FIELDS.map((field) => [field, text(form, field)]));
  const checked = checkAddress(typed);
  if (!checked.ok) return { fields: checked.errors, typed };
  const { userId: customerId, email, name } = shopper;
  try {
    await (await shop()).keepAddress({ customer: { customerId, email, name }, address: checked.address });
  } catch (error) {
    if (!isShopError(error)) throw error;
    return { problem: error.message, typed };
  }
  return continueTo('/addresses');
}

/** Removes an address of the customer who is signed in. */
export async function removeAddress(_before: AddressState, sent: FormData): Promise<AddressState> {
  const { userId: customerId } = await readIdentity();
  if (!customerId) return continueTo('/sign-in?next=/addresses');
  const addressId = text(formOf(sent), 'addressId');
  try {
    await (await shop()).removeAddress({ customerId, addressId });
  } catch (error) {
    if (!isShopError(error)) throw error;
    return { problem: error.message };
  } finally {
    refresh();
  }
  return {};
}
