import type { SourceEvent } from '../source-event';
import { faultsOf } from '../validate';

/** Faults of one event that are recorded. */
const MAX_CORRECTIONS = 20;

/**
 * The faults of an event by the contract, each once and as `field: fault`. Readers of the fields
 * correct them or leave them out. Positions of lists are left out of the path, so that faults can
 * be counted.
 */
export function correctionsOf(event: SourceEvent): readonly string[] {
  const faults = new Set<string>();
  for (const fault of faultsOf(event)) {
    if (faults.size === MAX_CORRECTIONS) break;
    faults.add(countable(fault));
  }
  return [...faults];
}

/** Names that a page chooses: there may be any number, with any content. */
const OWN_NAMES = 'element.dataset';

/**
 * A fault in the form of others of its kind: one path, without positions of lists and without names
 * that a page chooses.
 */
function countable(fault: string): string {
  const end = fault.lastIndexOf(': ');
  const path = fault.slice(0, end).replaceAll(': ', '.');
  const field = path.startsWith(OWN_NAMES) ? OWN_NAMES : path.replaceAll(/\.\d+(?=\.|$)/g, '');
  return field + fault.slice(end);
}
