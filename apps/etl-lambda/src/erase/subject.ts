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

/** Tells whether a text names the subject: the id as a word of its own, however JSON or an address writes it. */
export function mentionOf({ id }: Subject): (text: string) => boolean {
  const forms = new Set([id, JSON.stringify(id).slice(1, -1), encodeURIComponent(id)]);
  const word = [...forms].map((form) => form.replaceAll(/[^\w\s-]/g, '\\$&')).join('|');
  const pattern = new RegExp(`(?<![\\w-])(?:${word})(?![\\w-])`, 'i');
  return (text) => pattern.test(text);
}
