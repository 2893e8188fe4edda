import type { ShopAnswer } from '@clickstream/shop-models';
import { answerRequest } from './answer-request';
import { readConfig } from './config';
import { shopOpener } from './shop-database';

const openShop = shopOpener(readConfig(process.env));

/**
 * Invoked by the storefront with `{operation, input}`; answers
 * `{ok, result}` or `{ok: false, error}`.
 */
export async function handler(request: unknown): Promise<ShopAnswer> {
  return answerRequest(openShop, request);
}
