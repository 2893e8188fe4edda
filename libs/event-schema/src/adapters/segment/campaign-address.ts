import { textOf } from '../../normalize/field-values';
import type { Fields } from '../shared/snake-names';
import { withCampaign } from '../shared/with-campaign';

/**
 * The address of a page with the campaign of Segment's context, whose `name` is that of the
 * campaign.
 */
export function addressWithCampaign(address: unknown, campaign: Fields): unknown {
  const url = textOf(address, Infinity);
  if (url === null) return address;
  return withCampaign(url, {
    utm_source: textOf(campaign['source']),
    utm_medium: textOf(campaign['medium']),
    utm_campaign: textOf(campaign['name']),
    utm_term: textOf(campaign['term']),
    utm_content: textOf(campaign['content']),
  });
}
