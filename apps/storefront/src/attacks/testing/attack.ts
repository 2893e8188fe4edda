import { randomBytes } from 'node:crypto';
import type { AttackedShop } from './attacked-shop';

/** One thing that an attacker sends, and the right answer to it. */
export interface Attack {
  readonly name: string;
  /** The right answer. 200 is a page, or the answer to a script, that says why not. */
  readonly status: number;
  readonly says?: RegExp;
  send(shop: AttackedShop): Promise<Response>;
}

/** The fields of a form. */
export const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};

/** A key as the shop makes them. */
export const guess = () => randomBytes(32).toString('base64url');
