import { CUSTOM_EVENT_NAME } from '../../event-names';
import { hasOnlyKnownLines, unknownFieldsOf } from '../../normalize/known-fields';
import { inMinorUnits } from '../../normalize/money/major-units';
import { withOwnFields } from '../../normalize/own-properties';
import type { SenderAdapter } from '../adapter';
import { flatFieldsOf } from '../other/flat-fields';
import { KNOWN_WORDS } from '../other/third-party-event';
import type { JsonObject } from '../../source-event';

/**
 * Our tracker's events with faults, or with fields that the contract does not know, which go into
 * `properties`. An event with one of our fields under another name is not ours.
 */
export const clickstream: SenderAdapter = {
  name: 'clickstream',
  recognizes: (event) =>
    typeof event['eventName'] === 'string' &&
    CUSTOM_EVENT_NAME.test(event['eventName']) &&
    hasOnlyKnownLines(event) &&
    !hasOtherNames(unknownFieldsOf(event)),
  toSourceEvent: (event) =>
    inMinorUnits({ ...event, properties: withOwnFields(event['properties'], unknownFieldsOf(event)) }),
};

function hasOtherNames(unknown: JsonObject): boolean {
  for (const word of flatFieldsOf(unknown).words()) if (KNOWN_WORDS.has(word)) return true;
  return false;
}
