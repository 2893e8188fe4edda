import type { OperationInputs, ShopOperation } from './operation-inputs';
import type { OperationResults } from './shop-contract';
import type { ShopErrorCode } from './shop-error';

/** A request to the shop's Lambda. */
export interface ShopRequest<Name extends ShopOperation = ShopOperation> {
  readonly operation: Name;
  readonly input: OperationInputs[Name];
}

/**
 * The answer of the shop's Lambda: a result, or the refusal that the caller throws again as a
 * `ShopError`.
 */
export type ShopAnswer<Name extends ShopOperation = ShopOperation> =
  | { readonly ok: true; readonly result: OperationResults[Name] }
  | { readonly ok: false; readonly error: { readonly code: ShopErrorCode; readonly message: string } };
