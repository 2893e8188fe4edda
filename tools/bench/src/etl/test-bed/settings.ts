import type { S3ClientConfig } from '@aws-sdk/client-s3';

/** The months of the visits. */
export const MONTHS = ['2026-09-01', '2026-10-01', '2026-11-01', '2026-12-01'];

/** Passwords of the roles of the benchmark's own server. */
export const PASSWORDS = {
  dw_admin: 'admin',
  etl_writer: 'etl',
  shiny_ro: 'shiny',
  shiny_done: 'done',
  shiny_saved: 'saved',
};

/** The address of a warehouse for the role that only reads. */
export function asReader(warehouse: string): string {
  const url = new URL(warehouse);
  url.username = 'shiny_ro';
  url.password = PASSWORDS.shiny_ro;
  return url.href;
}

/** Settings of every contender of the ETL benchmark. */
export interface EtlSettings {
  /** A new, empty warehouse for each round, in the order of the rounds. */
  readonly warehouses: readonly string[];
  readonly s3: S3ClientConfig & { readonly endpoint: string };
  readonly bucket: string;
  /** The bundle of the ETL. */
  readonly bundle: string;
  /** The rows of the events in the text form of COPY. */
  readonly rowsFile: string;
  /** Keys of the objects. */
  readonly keys: readonly string[];
}
