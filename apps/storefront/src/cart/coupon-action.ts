'use server';

import { refresh } from 'next/cache';
import { formOf, text } from '../forms/form-text';
import { isShopError, shop } from '../shop';
import { readCartKey } from './cart-cookie';

/** State of the form for a coupon after a refused submission. */
export interface CouponState {
  readonly problem?: string;
  readonly typed?: Record<string, string>;
}

/** Puts a coupon into this browser's cart; an empty code takes it out. */
export async function applyCoupon(_before: CouponState, sent: FormData): Promise<CouponState> {
  const code = text(formOf(sent), 'code').slice(0, 60);
  const cartKey = await readCartKey();
  if (!cartKey) return {};
  try {
    await (await shop()).applyCoupon({ cartKey, code });
    return {};
  } catch (error) {
    if (!isShopError(error)) throw error;
    return { problem: error.message, typed: { code } };
  } finally {
    refresh();
  }
}
