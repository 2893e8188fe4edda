import type { SenderAdapter } from '../adapter';
import { listedProducts } from './listed-products';
import { plainFormOf } from './plain-form';
import { toSourceEvent } from './to-source-event';
import type { JsonObject } from '../../source-event';

/**
 * Events of Google Analytics 4: live ones, those of a `dataLayer`, and rows of the BigQuery export.
 */
export const ga4: SenderAdapter = {
  name: 'ga4',
  recognizes: (event: JsonObject) => plainFormOf(event) !== undefined,
  toSourceEvent,
  listedProducts,
};
