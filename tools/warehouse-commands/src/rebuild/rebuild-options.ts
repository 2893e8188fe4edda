import { readOptions, UsageError } from '@clickstream/command-line';

export type RebuildOptions =
  { readonly kind: 'facts' } | { readonly kind: 'all'; readonly allowDataLoss: boolean };

export const REBUILD_HELP = `Computes the facts (sessions, roll-ups, products and the like) again from the events in the warehouse.

Usage: npm run rebuild
       npm run rebuild -- --from-s3 --yes

Options:
  --from-s3          empties the warehouse and loads all of it again from the bucket
  --yes              with --from-s3: really do it
  --allow-data-loss  with --from-s3: even if loaded objects are no longer in the bucket; their events are lost
  --help             this text

Facts only: readers see the old figures until the new ones are complete. From the bucket: events appear as they are
loaded; if it is stopped or killed, the next npm run etl continues. Data older than the retention is not loaded.

It reads the addresses from .local/env, which is there while npm start runs, or from the environment: DW_ETL_URL; with
--from-s3 also DW_ADMIN_URL, RAW_BUCKET, AWS_REGION, AWS_ENDPOINT_URL_S3 and S3_FORCE_PATH_STYLE as npm run etl does.

Exit codes: 0 done, 1 it failed, 2 wrong usage
`;

/** Reads the options of `npm run rebuild`. @throws {UsageError} */
export function rebuildOptions(args: string[]): RebuildOptions | 'help' {
  const options = readOptions(args, {
    'from-s3': { type: 'boolean' },
    yes: { type: 'boolean' },
    'allow-data-loss': { type: 'boolean' },
  });
  if (options.help) return 'help';
  if (!options['from-s3']) {
    if (options.yes || options['allow-data-loss'])
      throw new UsageError('--yes and --allow-data-loss belong to --from-s3.');
    return { kind: 'facts' };
  }
  if (!options.yes) throw new UsageError('--from-s3 empties the warehouse first: add --yes to do so.');
  return { kind: 'all', allowDataLoss: options['allow-data-loss'] === true };
}
