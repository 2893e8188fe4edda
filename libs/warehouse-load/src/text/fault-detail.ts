import { copyOf } from '@clickstream/event-schema/normalize';

/** Characters of what is told of a fault. */
const MAX_DETAIL = 200;

/**
 * Description of a fault, as a new string: errors quote what they are about,
 * which must not stay in memory.
 */
export function faultDetail(text: string): string {
  return copyOf(text.slice(0, MAX_DETAIL));
}

/** The message of an error. */
export function detailOfError(error: unknown): string {
  return faultDetail(error instanceof Error ? error.message || error.name : String(error));
}
