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

/**
 * In a regular expression: the name of a field that holds an id of somebody, and what is
 * between it and its value.
 */
const OWNER_FIELD = String.raw`(?:(?:user|customer|account|member|client|visitor|browser|device|anonymous)(?:[-_]?(?:id|sub))?|\b(?:sub|uid|cid))["'\\]*\s*[:=]\s*["'\\]*`;

/** True when a key names the subject, which may lie between any two characters of it. */
export function isInName(subject: Subject, key: string): boolean {
  if (COMMON_WORD.test(subject.id)) return mentionOf(subject)(key);
  return formsOf(subject).some((form) => key.toLowerCase().includes(form.toLowerCase()));
}

/** A text with `[id]` in the place of the subject's id, so that a receipt can hold it. */
export function masked(subject: Subject, text: string): string {
  if (!isInName(subject, text)) return text;
  return formsOf(subject).reduce(
    (left, form) => left.replaceAll(new RegExp(escaped(form), 'gi'), '[id]'),
    text,
  );
}

/** The id as it is, as JSON writes it, and as an address does. */
const formsOf = ({ id }: Subject): string[] => [
  ...new Set([id, JSON.stringify(id).slice(1, -1), encodeURIComponent(id)]),
];

const escaped = (form: string): string => form.replaceAll(/[^\w\s-]/g, '\\$&');

/**
 * Tells whether a text names the subject: the id as a word of its own, however JSON or an address
 * writes it; an id that is a common word only where a field of such ids holds it.
 */
export function mentionOf(subject: Subject): (text: string) => boolean {
  const word = formsOf(subject).map(escaped).join('|');
  const before = COMMON_WORD.test(subject.id) ? OWNER_FIELD : String.raw`(?<![\w-])`;
  const pattern = new RegExp(`${before}(?:${word})(?![\\w-])`, 'i');
  return (text) => pattern.test(text);
}
