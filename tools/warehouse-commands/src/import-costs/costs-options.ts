import { FLAG, readArguments, TEXT, UsageError } from '@clickstream/command-line';

export interface CostsOptions {
  /** Paths of the exports. */
  readonly files: readonly string[];
  /** `utm_source` of the campaigns' links, in lower case; by default that of the platform. */
  readonly source?: string;
  /** `utm_medium` of the campaigns' links, in lower case; by default that of the platform. */
  readonly medium?: string;
  /** ISO 4217 code of the amounts of a file without currencies. */
  readonly currency?: string;
  readonly isDryRun: boolean;
}

export const COSTS_HELP = `Imports advertising costs into the warehouse, by day and campaign.

Usage: npm run import-costs -- <file.csv>... [options]

Files, recognized by their headings:
  Google Ads   a campaign report with Day, Campaign, Cost, Currency code; Clicks and Impr. if there
  Meta Ads     an export by campaign and day, with Campaign name, Amount spent (VND), Reporting starts and ends
  plain        day,source,medium,campaign,currency,cost and, if there, clicks,impressions

Options:
  --source <text>    utm_source of the campaigns' links (Google: google, Meta: facebook)
  --medium <text>    utm_medium of the campaigns' links (Google: cpc, Meta: paid_social)
  --currency <code>  currency of amounts in files without currencies, such as VND
  --dry-run          only prints what would be imported
  --help             this text

A file replaces the costs of its days for its sources and media, so a newer export of the same days can be imported.
Visits and costs are matched by source, medium and campaign, which must equal utm_source, utm_medium and utm_campaign
in the campaigns' links. A file with a faulty line is not imported at all.

It reads DW_ETL_URL from .local/env, which is there while npm start runs, or from the environment.

Exit codes: 0 done, 1 it failed, 2 wrong usage
`;

/** Reads the options of `npm run import-costs`. @throws {UsageError} */
export function costsOptions(args: string[]): CostsOptions | 'help' {
  const { values, positionals: files } = readArguments(args, {
    source: TEXT,
    medium: TEXT,
    currency: TEXT,
    'dry-run': FLAG,
  });
  const { help, source, medium, currency } = values;
  if (help) return 'help';
  if (files.length === 0) throw new UsageError('Name the file to import.');
  if (currency !== undefined && !/^[A-Z]{3}$/.test(currency)) {
    throw new UsageError(`--currency "${currency}" is not a code of three capital letters, such as VND.`);
  }
  return {
    files,
    ...(source === undefined ? {} : { source: source.trim().toLowerCase() }),
    ...(medium === undefined ? {} : { medium: medium.trim().toLowerCase() }),
    ...(currency === undefined ? {} : { currency }),
    isDryRun: values['dry-run'] === true,
  };
}
