import { createHash } from 'node:crypto';

/** Whose events are erased. */
export interface Subject {
  readonly kind: 'user' | 'client';
  readonly id: string;
}

/** The id as the receipt names it: who knows it can find it again, and nobody else can read it. */
export function hashOf({ id }: Subject): string {
  return createHash('sha256').update(id).digest('hex');
}

/** An id of digits or letters alone may be a price or a brand as well. */
const COMMON_WORD = /^(?:\d+|\p{L}+)$/u;

/** In a regular expression: the name of a field that holds an id of somebody, and what stands between it and its value. */
const OWNER_FIELD = String.raw`(?:(?:user|customer|account|member|client|visitor|browser|device|anonymous)(?:[-_]?(?:id|sub))?|\b(?:sub|uid|cid))["'\\]*\s*[:=]\s*["'\\]*`;

/**
 * Tells whether a text names the subject: the id as a word of its own, however JSON or an address writes it; an id that
 * is a common word only where a field of such ids holds it.
 */
export function mentionOf({ id }: Subject): (text: string) => boolean {
  const forms = new Set([id, JSON.stringify(id).slice(1, -1), encodeURIComponent(id)]);
  const word = [...forms].map((form) => form.replaceAll(/[^\w\s-]/g, '\\$&')).join('|');
  const before = COMMON_WORD.test(id) ? OWNER_FIELD : String.raw`(?<![\w-])`;
  const pattern = new RegExp(`${before}(?:${word})(?![\\w-])`, 'i');
  return (text) => pattern.test(text);
}
