import { isSecretName, scrubUrl } from '../scrub/scrub-url';
import { memoize } from './text/memoize';
import { scrubFreeText } from './text/scrub-free-text';
import { MAX_NESTING } from './text/well-formed';

const ADDRESS_FIELD = /(?:ur[il]|path|href|referr?er|link)$/i;
const ADDRESS_START = /^(?:[/?#]|mailto:)/i;

/** Fields with text that people write or read, by the names of any sender. */
const TEXT_FIELD = /(?:title|term|text|query|keywords?|search|comment|message|note|^q|^dt)$/i;

/** Objects of custom fields, where any text may be of that kind. */
const FREE_PART = /^(?:dataset|properties|custom_?properties|traits|params|attributes)$/i;

/**
 * In these fields, digits are ids, amounts, times and names of articles, which can look like a
 * phone or card number.
 */
const NO_TEXT_FIELD =
  /(?:id|ids|uuid|sku|gtin|ean|name|code|number|brand|category|variant|coupon|price|quantity|value|total|amount|revenue|tax|shipping|currency|time|timestamp|micros|date|at|version|position|index)$/i;

/** A phone or card number has more digits than this, close together. */
const MANY_DIGITS = /[\d０-９](?:[\s.()-]{0,2}[\d０-９]){7}/;
const FEWEST_DIGITS = 8;

/** A value after scrubbing. */
export interface Scrubbed {
  readonly value: unknown;
  /** True when some value was nested deeper than the kept levels, and was cut. */
  readonly isCut: boolean;
}

/**
 * Removes personal data and secrets from an event of any sender, whatever its names are: from
 * addresses anywhere, and from text that people write and read: search terms, titles, texts of
 * elements and custom fields. Changes objects and arrays in place.
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
    const inner = free === '' && isFreePart(field) ? field : free;
    for (const name in record) {
      const before = record[name];
      const after = scrub(before, isArray ? field : name, depth + 1, inner);
      if (after !== before) record[name] = after;
    }
    return part;
  };
  return { value: scrub(value, '', 0, ''), isCut };
}

const FREE_FIRST: ReadonlySet<string> = new Set('dpctaDPCTA');

const isFreePart = (field: string): boolean => FREE_FIRST.has(field.charAt(0)) && FREE_PART.test(field);

function scrubbed(text: string, field: string, free: string): string {
  if (text === '') return text;
  if (free === 'dataset' && isSecretName(field)) return '[redacted]';
  // Most text holds nothing to scrub. To find that out takes less time than to find out if it is an
  // address.
  const address = mayHoldSecret(text) ? scrubAddress(text) : text;
  if (address === text && text.length < FEWEST_DIGITS) return text;
  const { isAddress, isText, isName } = kindOf(field);
  const mayBeText = isText || (free !== '' && !isName);
  if (address === text && !(mayBeText && MANY_DIGITS.test(text))) return text;
  if (isAddress || ADDRESS_START.test(text) || text.includes('://')) return address;
  return mayBeText ? scrubFreeText(text) : text;
}

/** Every parameter and every e-mail address contains one of these. */
const mayHoldSecret = (text: string) => text.includes('=') || text.includes('@') || text.includes('%');

/** Parameters that hold the search term of a page. */
const SEARCH_PARAMETER = /([?&](?:q|s|k|query|search|search_?term|term|text|keywords?|kw)=)([^&#]+)/gi;

/** The events of a page share one address and one referrer. */
const scrubAddress = memoize((text) =>
  scrubUrl(text).replace(SEARCH_PARAMETER, (all, name: string, value: string) =>
    holdsNumber(value) ? `${name}[redacted]` : all,
  ),
);

/** True when the search term is a phone or card number, in the spelling of addresses. */
function holdsNumber(value: string): boolean {
  const text = value.replaceAll('+', ' ').replaceAll(/%(?:20|2B|28|29|2D|2E)/gi, decodeURIComponent);
  return MANY_DIGITS.test(text) && scrubFreeText(text) !== text;
}

interface FieldKind {
  readonly isAddress: boolean;
  readonly isText: boolean;
  readonly isName: boolean;
}

/** Senders use few names of fields, and each comes with every event. */
const kindOf = memoize((field): FieldKind => ({
  isAddress: ADDRESS_FIELD.test(field),
  isText: TEXT_FIELD.test(field),
  isName: NO_TEXT_FIELD.test(field),
}));
