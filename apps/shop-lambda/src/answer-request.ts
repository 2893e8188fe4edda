import {
  isShopError,
  isShopOperation,
  ShopError,
  type ShopAnswer,
  type ShopOperations,
} from '@clickstream/shop-models';

/**
 * Runs one operation of the shop by its name. Only the operations of the contract exist; the shop
 * checks their inputs. A refusal of the shop becomes an answer; any other error is thrown, so that
 * the Lambda fails and its alarm goes off.
 */
export async function answerRequest(
  openShop: () => Promise<ShopOperations>,
  request: unknown,
): Promise<ShopAnswer> {
  try {
    const { operation, input } = readRequest(request);
    if (!isShopOperation(operation)) {
      throw new ShopError('bad_input', `${JSON.stringify(operation)?.slice(0, 80)} is not an operation.`);
    }
    const run = (await openShop())[operation] as (input: unknown) => Promise<never>;
    return { ok: true, result: await run(input) };
  } catch (error) {
    if (!isShopError(error)) throw error;
    return { ok: false, error: { code: error.code, message: error.message } };
  }
}

function readRequest(request: unknown): { operation?: unknown; input?: unknown } {
  if (typeof request !== 'object' || request === null) {
    throw new ShopError('bad_input', 'A request must be an object with operation and input.');
  }
  return request;
}
