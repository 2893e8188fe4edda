/** Names of the columns in one kind of export, in lower case. */
export interface CostForm {
  readonly name: string;
  readonly day: string;
  /** The last day that a line covers, where the export says so. */
  readonly lastDay?: string;
  readonly campaign: string;
  /** Matches the heading of the costs; its first group is the currency, if the heading names it. */
  readonly cost: RegExp;
  readonly currency?: string;
  readonly clicks: readonly string[];
  readonly impressions: readonly string[];
  /** A heading, or what all lines have alike. */
  readonly source: { readonly column: string } | { readonly always: string };
  readonly medium: { readonly column: string } | { readonly always: string };
}

/** The first whose headings are all there is the form of a file. */
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
