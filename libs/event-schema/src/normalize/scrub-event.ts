import { scrubText } from '../scrub-text';
import { isSecretName, scrubUrl } from '../scrub-url';
import { MAX_NESTING } from './well-formed';

const ADDRESS_FIELD = /(?:ur[il]|path|href|referr?er|link)$/i;
const ADDRESS_START = /^(?:[/?#]|mailto:)/i;

/** Fields whose text people write or read, in the names of any sender. */
const TEXT_FIELD = /(?:title|term|text|query|keywords?|search|comment|message|note|^q|^dt)$/i;

/** Objects of a shop's own fields, where any text may be of that kind. */
const FREE_PART = /^(?:dataset|properties|custom_?properties|traits|params|attributes)$/i;

/** In these, digits are ids, amounts, times and names of articles, which look like a phone's or a card's at times. */
const NO_TEXT_FIELD =
  /(?:id|ids|uuid|sku|gtin|ean|name|code|number|brand|category|variant|coupon|price|quantity|value|total|amount|revenue|tax|shipping|currency|time|timestamp|micros|date|at|version|position|index)$/i;

/** What is left of a value. */
export interface Scrubbed {
  readonly value: unknown;
  /** Whether something lay deeper than the levels that are kept, and is gone. */
  readonly isCut: boolean;
}

/**
 * Takes what is personal or secret out of an event of any sender, whatever its names are: out of addresses, wherever they
 * stand, and out of what people write and read: search terms, titles, texts of elements and a shop's own fields. Changes
 * objects and arrays in place.
 */
export function scrubEvent(value: unknown): Scrubbed {
  let isCut = false;
  const scrub = (part: unknown, field: string, depth: number, free: string): unknown => {
    if (typeof part === 'string') return scrubbed(part, field, free);
    if (typeof part !== 'object' || part === null) return part;
    if (depth === MAX_NESTING) {
      isCut = true;
      return null;
    }
    const isArray = Array.isArray(part);
    const record = part as Record<string, unknown>;
    const inner = free === '' && FREE_PART.test(field) ? field : free;
    for (const name in record) {
      const before = record[name];
      const after = scrub(before, isArray ? field : name, depth + 1, inner);
      if (after !== before) record[name] = after;
    }
    return part;
  };
  return { value: scrub(value, '', 0, ''), isCut };
}

function scrubbed(text: string, field: string, free: string): string {
  if (free === 'dataset' && text !== '' && isSecretName(field)) return '[redacted]';
  // Most text holds nothing to scrub, which takes less time to find out than whether it is an address.
  const address = scrubUrl(text);
  if (address !== text && isAddress(field, text)) return address;
  const isText = TEXT_FIELD.test(field) || (free !== '' && !NO_TEXT_FIELD.test(field));
  return isText && !isAddress(field, text) ? scrubText(text) : text;
}

function isAddress(field: string, text: string): boolean {
  return ADDRESS_FIELD.test(field) || ADDRESS_START.test(text) || text.includes('://');
}
