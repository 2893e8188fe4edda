import type { ClosedBooks } from '@clickstream/shop-models/books';
import { createShop, type ShopAnswer } from '@clickstream/shop-models';
import { answerRequest } from './answer-request';
import { closeBooksInBucket, isCloseOfBooks } from './close-books';
import { readConfig } from './config';
import { databaseOpener } from './shop-database';

const config = readConfig(process.env);
const openDatabase = databaseOpener(config);

/**
 * Invoked by the storefront with `{operation, input}`; answers
 * `{ok, result}` or `{ok: false, error}`. Invoked by the schedule with
 * `{"operation": "closeBooks"}`, it closes the books of the days that are over.
 */
export async function handler(request: unknown): Promise<ShopAnswer | ClosedBooks> {
  if (isCloseOfBooks(request)) return closeBooksInBucket(await openDatabase(), config, request);
  return answerRequest(async () => createShop(await openDatabase()), request);
}
