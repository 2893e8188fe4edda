import type { OperationInputs, ShopOperation } from './operation-inputs';
import type { OperationResults } from './shop-contract';
import type { ShopErrorCode } from './shop-error';

/** A request to the shop's Lambda. */
export interface ShopRequest<Name extends ShopOperation = ShopOperation> {
  operation: Name;
  input: OperationInputs[Name];
}

/**
 * The answer of the shop's Lambda: a result, or the refusal that the caller
 * raises again as a `ShopError`.
 */
export type ShopAnswer<Name extends ShopOperation = ShopOperation> =
  | { ok: true; result: OperationResults[Name] }
  | { ok: false; error: { code: ShopErrorCode; message: string } };
