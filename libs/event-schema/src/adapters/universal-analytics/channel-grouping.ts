/** Channels of Google's default grouping under our names. */
const CHANNELS: Readonly<Record<string, string>> = {
  'organic search': 'organic_search',
  direct: 'direct',
  referral: 'referral',
  social: 'social',
  'paid search': 'paid_search',
  'branded paid search': 'paid_search',
  'generic paid search': 'paid_search',
  affiliates: 'affiliate',
  display: 'display',
  email: 'email',
  'other advertising': 'other_campaign',
  '(other)': 'other_campaign',
};

/**
 * The channel of an export's channel grouping; null for a grouping that a shop has defined, which
 * our rules replace.
 */
export function channelOfGrouping(grouping: string): string | null {
  return CHANNELS[grouping.toLowerCase()] ?? null;
}
