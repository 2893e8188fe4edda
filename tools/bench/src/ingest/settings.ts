import type { S3ClientConfig } from '@aws-sdk/client-s3';

/** Settings of every contender of the ingest benchmark. */
export interface IngestSettings {
  /** Requests in one round. */
  requests: number;
  /** A file with a JSON array of the request bodies, which are used in turn. */
  bodiesFile: string;
  /** The S3 server. */
  s3: S3ClientConfig & { endpoint: string };
  bucket: string;
}

/** Further settings of the handler. */
export interface HandlerSettings extends IngestSettings {
  /** Path of the bundle. */
  bundle: string;
}

/** Further settings of a floor. */
export interface FloorSettings extends IngestSettings {
  /**
   * A file with a JSON array of what the handler stored for each body: JSON Lines, not compressed.
   */
  storedFile: string;
  /** Parses the body, although nothing is done with it. */
  parse: boolean;
}

/** Settings of the server of the HTTP benchmark. */
export interface HttpSettings {
  /** Path of the bundle. */
  bundle: string;
  port: number;
  /** Requests in one round. */
  requests: number;
  /** Requests before the first round. */
  warmUp: number;
}

/** Settings of its floor. */
export interface PutSettings {
  /** As for the other floors. */
  storedFile: string;
  requests: number;
  /** Uploads at the same time. */
  clients: number;
  s3: S3ClientConfig & { endpoint: string };
  bucket: string;
}
