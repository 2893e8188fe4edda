/** Names of the columns in one kind of export, in lower case. */
export interface CostForm {
  readonly name: string;
  readonly day: string;
  /** The last day that a line covers, if the export has it. */
  readonly lastDay?: string;
  readonly campaign: string;
  /** Matches the heading of the costs; its first group is the currency, if the heading names it. */
  readonly cost: RegExp;
  readonly currency?: string;
  readonly clicks: readonly string[];
  readonly impressions: readonly string[];
  /** A heading, or the same value for all lines. */
  readonly source: { readonly column: string } | { readonly always: string };
  readonly medium: { readonly column: string } | { readonly always: string };
}

/** Supported forms. A file has the first form whose headings it contains. */
export const COST_FORMS: readonly CostForm[] = [
  {
    name: 'plain',
    day: 'day',
    campaign: 'campaign',
    cost: /^cost$/,
    currency: 'currency',
    clicks: ['clicks'],
    impressions: ['impressions'],
    source: { column: 'source' },
    medium: { column: 'medium' },
  },
  {
    name: 'Google Ads',
    day: 'day',
    campaign: 'campaign',
    cost: /^cost$/,
    currency: 'currency code',
    clicks: ['clicks'],
    impressions: ['impr.', 'impressions'],
    source: { always: 'google' },
    medium: { always: 'cpc' },
  },
  {
    name: 'Meta Ads',
    day: 'reporting starts',
    lastDay: 'reporting ends',
    campaign: 'campaign name',
    cost: /^amount spent(?: \(([a-z]{3})\))?$/,
    clicks: ['link clicks', 'clicks (all)'],
    impressions: ['impressions'],
    source: { always: 'facebook' },
    medium: { always: 'paid_social' },
  },
];
