'use server';

import { formOf, text } from '../forms/form-text';
import { amountIn, wholeNumberIn } from './amounts';
import { answering, refused, type DeskState } from './answering';
import { requireStaff } from './staff';

/** Makes a coupon. Days are those of the shop's clock; the last one is within. */
export async function addCoupon(_before: DeskState, sent: FormData): Promise<DeskState> {
  const { email: actor } = await requireStaff();
  const form = formOf(sent);
  const percent = optional(form, 'percent', wholeNumberIn);
  const amount = optional(form, 'amount', amountIn);
  const mostUses = optional(form, 'mostUses', wholeNumberIn);
  const minimum = optional(form, 'minimum', amountIn) ?? 0;
  if (percent === 0 || (percent ?? 0) > 90) return refused(form, 'Enter 1 to 90 per cent.');
  if (amount === 0) return refused(form, 'Enter the amount in VND, for example 50.000.');
  if (mostUses === 0) return refused(form, 'Enter the most orders as a whole number, or leave it empty.');
  const days = { first: text(form, 'first'), last: text(form, 'last') };
  for (const day of Object.values(days))
    if (day !== '' && !/^\d{4}-\d{2}-\d{2}$/.test(day)) return refused(form, 'Enter days as 2026-12-31.');
  const coupon = {
    actor,
    code: text(form, 'code').slice(0, 60),
    percent,
    amount,
    minimum,
    validFrom: days.first === '' ? null : `${days.first}T00:00:00+07:00`,
    validTo: days.last === '' ? null : `${days.last}T23:59:59+07:00`,
    mostUses,
  };
  return answering(form, (gateway) => gateway.deskAddCoupon(coupon));
}

/** Ends a coupon now. */
export async function endCoupon(_before: DeskState, sent: FormData): Promise<DeskState> {
  const { email: actor } = await requireStaff();
  const form = formOf(sent);
  const code = text(form, 'code').slice(0, 20);
  return answering(form, (gateway) => gateway.deskEndCoupon({ code, actor }));
}

/** A field that may be left empty; 0 for what cannot be read. */
function optional(form: FormData, field: string, read: (typed: string) => number | null): number | null {
  const typed = text(form, field);
  return typed === '' ? null : (read(typed) ?? 0);
}
