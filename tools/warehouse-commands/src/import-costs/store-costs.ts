import { channelOf } from '@clickstream/warehouse-load/reading';
import { inTransaction } from '@clickstream/warehouse-load/warehouse';
import type { ClientBase } from 'pg';
import type { CostRow } from './cost-row';

/** Counts of the changes by an import. */
export interface StoredCosts {
  /** Days and campaigns that have costs now. */
  readonly stored: number;
  /** Rows of earlier imports that these replaced. */
  readonly replaced: number;
}

/** Ends a dry run, whose changes are rolled back. */
class DryRunEnd extends Error {}

/**
 * Replaces the costs from their first to their last day, for each of their sources and media.
 * Several lines of one day and campaign, such as those of ad groups, are added up.
 */
export async function storeCosts(
  client: ClientBase,
  rows: readonly CostRow[],
  isDryRun: boolean,
): Promise<StoredCosts> {
  const costs = JSON.stringify(rows.map((row) => ({ ...row, channel: channelOfCost(row) })));
  let changed: StoredCosts = { stored: 0, replaced: 0 };
  try {
    await inTransaction(client, async () => {
      const { rowCount: replaced } = await client.query(
        `DELETE FROM ad_costs AS old
         USING (
           SELECT source, medium, min(day) AS first_day, max(day) AS last_day
           FROM jsonb_to_recordset($1) AS cost (day date, source text, medium text)
           GROUP BY source, medium
         ) AS new
         WHERE old.source = new.source AND old.medium = new.medium AND old.day BETWEEN first_day AND last_day`,
        [costs],
      );
      const { rowCount: stored } = await client.query(
        `INSERT INTO ad_costs (day, source, medium, campaign, channel, currency, cost, clicks, impressions)
         SELECT day, source, medium, campaign, min(channel), currency, sum(cost), sum(clicks), sum(impressions)
         FROM jsonb_to_recordset($1) AS cost (day date, source text, medium text, campaign text, channel text,
           currency text, cost numeric, clicks bigint, impressions bigint)
         GROUP BY day, source, medium, campaign, currency`,
        [costs],
      );
      changed = { stored: stored ?? 0, replaced: replaced ?? 0 };
      if (isDryRun) throw new DryRunEnd();
    });
  } catch (error) {
    if (!(error instanceof DryRunEnd)) throw error;
  }
  return changed;
}

/** The channel of visits from links of this campaign. */
function channelOfCost({ source, medium }: CostRow): string {
  return channelOf({ source, medium, name: null, term: null, content: null, clickId: null }, null, null);
}
