import type { Table } from '../table';

/** Costs of advertising by day and campaign, as `npm run import-costs` imports them. */
export const AD_COSTS = {
  name: 'ad_costs',
  comment:
    "Costs of advertising by day and campaign. day: of the ad account's own time zone. source, medium, campaign: as the links of the campaign say in utm_source, utm_medium and utm_campaign.",
  primaryKey: ['day', 'source', 'medium', 'campaign', 'currency'],
  columns: {
    day: { type: 'date' },
    source: { type: 'text' },
    medium: { type: 'text' },
    campaign: { type: 'text' },
    channel: { type: 'text' },
    currency: { type: 'text' },
    cost: { type: 'numeric' },
    clicks: { type: 'bigint', nullable: true },
    impressions: { type: 'bigint', nullable: true },
    imported_at: { type: 'timestamptz', defaultSql: 'now()' },
  },
  checks: {
    ad_costs_not_negative: '((cost >= (0)::numeric) AND (clicks >= 0) AND (impressions >= 0))',
  },
} as const satisfies Table;
