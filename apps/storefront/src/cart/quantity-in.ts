import { MAX_QUANTITY } from '../shop/gateway';

/**
 * The pieces that a form asks for. One where it says nothing that the shop can sell: anybody may
 * send any form.
 */
export function quantityIn(form: FormData): number {
  const pieces = Number(form.get('quantity') ?? 1);
  return Number.isInteger(pieces) && pieces >= 1 && pieces <= MAX_QUANTITY ? pieces : 1;
}
