import { createHash } from 'node:crypto';

/** The user or browser whose events are erased. */
export interface Subject {
  readonly kind: 'user' | 'client';
  readonly id: string;
}

/** The hash of the id for the receipt: only somebody who knows the id can recognize it. */
export function hashOf({ id }: Subject): string {
  return createHash('sha256').update(id).digest('hex');
}

/** An id of digits or letters only, which may also be a price or a brand. */
const COMMON_WORD = /^(?:\d+|\p{L}+)$/u;

/**
 * Regular expression for the name of a field with an id of somebody, and the text between it and
 * its value.
 */
const OWNER_FIELD = String.raw`(?:(?:user|customer|account|member|client|visitor|browser|device|anonymous)(?:[-_]?(?:id|sub))?|\b(?:sub|uid|cid))["'\\]*\s*[:=]\s*["'\\]*`;

/** True when a key contains the subject's id at any position. */
export function isInName(subject: Subject, key: string): boolean {
  if (COMMON_WORD.test(subject.id)) return mentionOf(subject)(key);
  return formsOf(subject).some((form) => key.toLowerCase().includes(form.toLowerCase()));
}

/** A text with `[id]` in place of the subject's id, so that it can be put into a receipt. */
export function masked(subject: Subject, text: string): string {
  if (!isInName(subject, text)) return text;
  return formsOf(subject).reduce(
    (left, form) => left.replaceAll(new RegExp(escaped(form), 'gi'), '[id]'),
    text,
  );
}

/** The id as it is, as written in JSON, and as written in an address. */
const formsOf = ({ id }: Subject): string[] => [
  ...new Set([id, JSON.stringify(id).slice(1, -1), encodeURIComponent(id)]),
];

const escaped = (form: string): string => form.replaceAll(/[^\w\s-]/g, '\\$&');

/**
 * Makes a test for texts that name the subject: they contain the id as a separate word, as written
 * in JSON or in an address. An id that is a common word counts only in a field of such ids.
 */
export function mentionOf(subject: Subject): (text: string) => boolean {
  const word = formsOf(subject).map(escaped).join('|');
  const before = COMMON_WORD.test(subject.id) ? OWNER_FIELD : String.raw`(?<![\w-])`;
  const pattern = new RegExp(`${before}(?:${word})(?![\\w-])`, 'i');
  return (text) => pattern.test(text);
}
