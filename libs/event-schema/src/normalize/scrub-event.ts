import { isSecretName, scrubUrl } from '../scrub/scrub-url';
import { memoize } from './text/memoize';
import { scrubFreeText } from './text/scrub-free-text';
import { MAX_NESTING } from './text/well-formed';

const ADDRESS_FIELD = /(?:ur[il]|path|href|referr?er|link)$/i;
const ADDRESS_START = /^(?:[/?#]|mailto:)/i;

/** Fields whose text people write or read, in the names of any sender. */
const TEXT_FIELD = /(?:title|term|text|query|keywords?|search|comment|message|note|^q|^dt)$/i;

/** Objects of a shop's own fields, where any text may be of that kind. */
const FREE_PART = /^(?:dataset|properties|custom_?properties|traits|params|attributes)$/i;

/**
 * In these, digits are ids, amounts, times and names of articles, which look like a
 * phone's or a card's at times.
 */
const NO_TEXT_FIELD =
  /(?:id|ids|uuid|sku|gtin|ean|name|code|number|brand|category|variant|coupon|price|quantity|value|total|amount|revenue|tax|shipping|currency|time|timestamp|micros|date|at|version|position|index)$/i;

/** A phone or a card has more digits than this, with little between them. */
const MANY_DIGITS = /[\d０-９](?:[\s.()-]{0,2}[\d０-９]){7}/;
const FEWEST_DIGITS = 8;

/** A value after scrubbing. */
export interface Scrubbed {
  readonly value: unknown;
  /** True when something lay deeper than the levels that are kept, and is gone. */
  readonly isCut: boolean;
}

/**
 * Takes what is personal or secret out of an event of any sender, whatever its names are: out of
 * addresses, wherever they are, and out of what people write and read: search terms, titles,
 * texts of elements and a shop's own fields. Changes objects and arrays in place.
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
  // Most text holds nothing to scrub, which takes less time to find out than
  // whether it is an address.
  const address = mayHoldSecret(text) ? scrubAddress(text) : text;
  if (address === text && text.length < FEWEST_DIGITS) return text;
  const { isAddress, isText, isName } = kindOf(field);
  const mayBeText = isText || (free !== '' && !isName);
  if (address === text && !(mayBeText && MANY_DIGITS.test(text))) return text;
  if (isAddress || ADDRESS_START.test(text) || text.includes('://')) return address;
  return mayBeText ? scrubFreeText(text) : text;
}

/** Neither a parameter nor an e-mail address does without one of these. */
const mayHoldSecret = (text: string) => text.includes('=') || text.includes('@') || text.includes('%');

/** Parameters in which a page says what was searched for. */
const SEARCH_PARAMETER = /([?&](?:q|s|k|query|search|search_?term|term|text|keywords?|kw)=)([^&#]+)/gi;

/** The events of a page have one address and one referrer. */
const scrubAddress = memoize((text) =>
  scrubUrl(text).replace(SEARCH_PARAMETER, (all, name: string, value: string) =>
    holdsNumber(value) ? `${name}[redacted]` : all,
  ),
);

/** True when the search term is a phone or a card, in the spelling of addresses. */
function holdsNumber(value: string): boolean {
  const text = value.replaceAll('+', ' ').replaceAll(/%(?:20|2B|28|29|2D|2E)/gi, decodeURIComponent);
  return MANY_DIGITS.test(text) && scrubFreeText(text) !== text;
}

interface FieldKind {
  readonly isAddress: boolean;
  readonly isText: boolean;
  readonly isName: boolean;
}

/** Senders have few names of fields, and each comes with every event. */
const kindOf = memoize((field): FieldKind => ({
  isAddress: ADDRESS_FIELD.test(field),
  isText: TEXT_FIELD.test(field),
  isName: NO_TEXT_FIELD.test(field),
}));
