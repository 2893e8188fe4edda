import { refresh } from 'next/cache';
import { typedIn } from '../forms/form-text';
import { isShopError, shop, type ShopGateway } from '../shop';
import { returnMoney } from '../shop/payments';

/** State of a form at the desk after a refused submission. */
export interface DeskState {
  readonly problem?: string;
  /** Texts as typed, to be corrected. */
  readonly typed?: Record<string, string>;
}

/** Makes a change at the desk: a refusal of the shop becomes the problem of its form. */
export async function answering(
  form: FormData,
  change: (gateway: ShopGateway) => Promise<unknown>,
): Promise<DeskState> {
  try {
    await change(await shop());
    await returnMoney();
    return {};
  } catch (error) {
    if (!isShopError(error)) throw error;
    return refused(form, error.message);
  } finally {
    refresh();
  }
}

/** The state of a form that was refused: it keeps what was typed. */
export const refused = (form: FormData, problem: string): DeskState => ({ problem, typed: typedIn(form) });
