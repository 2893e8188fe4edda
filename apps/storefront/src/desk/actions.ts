'use server';

import { revalidatePath } from 'next/cache';
import { formOf, text } from '../forms/form-text';
import { ORDER_STATUSES } from '../shop';
import { amountIn, wholeNumberIn } from './amounts';
import { answering, refused, type DeskState } from './answering';
import { requireStaff } from './staff';

/** Gives an order its next status. */
export async function changeStatus(_before: DeskState, sent: FormData): Promise<DeskState> {
  const { email: actor } = await requireStaff();
  const form = formOf(sent);
  const to = ORDER_STATUSES.find((status) => status === text(form, 'to'));
  if (!to) return refused(form, 'Choose a status.');
  const change = { orderId: orderIdIn(form), to, actor, note: text(form, 'note').slice(0, 500) };
  return answering(form, (gateway) => gateway.deskChangeOrder(change));
}

/** Gives money back for an order, in full or in part. Sent twice, it is one refund. */
export async function giveBack(_before: DeskState, sent: FormData): Promise<DeskState> {
  const { email: actor } = await requireStaff();
  const form = formOf(sent);
  const amount = amountIn(text(form, 'amount'));
  const reason = text(form, 'reason').slice(0, 500);
  if (!amount) return refused(form, 'Enter the amount in VND, for example 690.000.');
  if (reason === '') return refused(form, 'Enter the reason.');
  const idempotencyKey = text(form, 'key').slice(0, 100) || crypto.randomUUID();
  const refund = { orderId: orderIdIn(form), amount, reason, idempotencyKey, actor };
  return answering(form, (gateway) => gateway.deskRefund(refund));
}

/** Sets stock and prices of a product. The pages of this server show them at once. */
export async function changeProduct(_before: DeskState, sent: FormData): Promise<DeskState> {
  const { email: actor } = await requireStaff();
  const form = formOf(sent);
  const pieces = wholeNumberIn(text(form, 'pieces'));
  const piecesSeen = wholeNumberIn(text(form, 'piecesSeen'));
  const price = amountIn(text(form, 'price'));
  const offer = text(form, 'discountPrice');
  const discountPrice = offer === '' ? null : amountIn(offer);
  if (pieces === null || piecesSeen === null) return refused(form, 'Enter the pieces as a whole number.');
  if (!price || discountPrice === 0) return refused(form, 'Enter prices in VND, for example 690.000.');
  const productId = text(form, 'productId').slice(0, 64);
  const change = { productId, actor, pieces, piecesSeen, price, discountPrice };
  const answer = await answering(form, (gateway) => gateway.deskChangeProduct(change));
  if (!answer.problem) revalidatePath('/', 'layout');
  return answer;
}

const orderIdIn = (form: FormData) => text(form, 'orderId').slice(0, 40);
