import type { S3ClientConfig } from '@aws-sdk/client-s3';

/** Settings of every contender of the ingest benchmark. */
export interface IngestSettings {
  /** Requests in one round. */
  readonly requests: number;
  /** A file with a JSON array of the request bodies, which are used in turn. */
  readonly bodiesFile: string;
  /** The S3 server. */
  readonly s3: S3ClientConfig & { readonly endpoint: string };
  readonly bucket: string;
}

/** Further settings of the handler. */
export interface HandlerSettings extends IngestSettings {
  /** Path of the bundle. */
  readonly bundle: string;
}

/** Further settings of a floor. */
export interface FloorSettings extends IngestSettings {
  /**
   * A file with a JSON array of what the handler stored for each body: JSON Lines, not compressed.
   */
  readonly storedFile: string;
  /** Parses the body, although nothing is done with it. */
  readonly parse: boolean;
}

/** Settings of the server of the HTTP benchmark. */
export interface HttpSettings {
  /** Path of the bundle. */
  readonly bundle: string;
  readonly port: number;
  /** Requests in one round. */
  readonly requests: number;
  /** Requests before the first round. */
  readonly warmUp: number;
}

/** Settings of its floor. */
export interface PutSettings {
  /** As for the other floors. */
  readonly storedFile: string;
  readonly requests: number;
  /** Uploads at the same time. */
  readonly clients: number;
  readonly s3: S3ClientConfig & { readonly endpoint: string };
  readonly bucket: string;
}
