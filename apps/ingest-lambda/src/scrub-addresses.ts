import { scrubUrl } from '@clickstream/event-schema';
import { MAX_NESTING } from '@clickstream/event-schema/normalize';

const ADDRESS_FIELD = /(?:ur[il]|path|href|referr?er|link)$/i;
const ADDRESS_START = /^(?:[/?#]|mailto:)/i;

/** What is left of a value. */
export interface Scrubbed {
  readonly value: unknown;
  /** Whether something lay deeper than the levels that are kept, and is gone. */
  readonly isCut: boolean;
}

/**
 * Takes secrets and e-mail addresses out of every address anywhere in a parsed JSON value: fields that the
 * contract names, such as `pageUrl` or `product.urlPath`, and addresses in fields that it does not know.
 * Changes objects and arrays in place.
 */
export function scrubAddresses(value: unknown): Scrubbed {
  let isCut = false;
  const scrub = (part: unknown, field: string, depth: number): unknown => {
    if (typeof part === 'string') return scrubText(part, field);
    if (typeof part !== 'object' || part === null) return part;
    if (depth === MAX_NESTING) {
      isCut = true;
      return null;
    }
    const isArray = Array.isArray(part);
    const record = part as Record<string, unknown>;
    for (const name in record) {
      const before = record[name];
      const after = scrub(before, isArray ? field : name, depth + 1);
      if (after !== before) record[name] = after;
    }
    return part;
  };
  return { value: scrub(value, '', 0), isCut };
}

function scrubText(text: string, field: string): string {
  // Most text holds nothing to scrub, which takes less time to find out than whether it is an address.
  const scrubbed = scrubUrl(text);
  return scrubbed !== text && isAddress(field, text) ? scrubbed : text;
}

function isAddress(field: string, text: string): boolean {
  return ADDRESS_FIELD.test(field) || ADDRESS_START.test(text) || text.includes('://');
}
