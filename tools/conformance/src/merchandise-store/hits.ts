import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { readFile } from 'node:fs/promises';

/** A hit of a session, as far as it is counted. */
export interface Hit {
  readonly hitNumber: number | bigint;
  readonly type: string;
  readonly time: number | bigint;
  readonly eCommerceAction?: {
    readonly action_type?: string | null;
    readonly step?: number | bigint | null;
  } | null;
  readonly eventInfo?: { readonly eventCategory?: string | null } | null;
  readonly page?: { readonly searchKeyword?: string | null } | null;
  readonly transaction?: Readonly<Record<string, unknown>> | null;
  readonly product?: readonly Readonly<Record<string, unknown>>[] | null;
}

/** A session of the export, as far as it is counted. */
export interface Session {
  readonly fullVisitorId: string;
  readonly visitId: number | bigint;
  readonly visitStartTime: number | bigint;
  readonly channelGrouping: string;
  readonly totals: Readonly<Record<string, unknown>>;
  readonly device: { readonly deviceCategory: string };
  readonly hits: readonly Hit[];
}

/** Reads the export for the count, apart from the import. */
export async function sessionsOf(file: string): Promise<Session[]> {
  if (file.endsWith('.parquet')) {
    return (await parquetReadObjects({
      file: await asyncBufferFromFile(file),
      compressors,
    })) as unknown as Session[];
  }
  const text = await readFile(file, 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Session);
}
