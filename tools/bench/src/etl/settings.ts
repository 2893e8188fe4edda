import type { S3ClientConfig } from '@aws-sdk/client-s3';

/** What every contender of the ETL benchmark is told. */
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
