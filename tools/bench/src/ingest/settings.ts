import type { S3ClientConfig } from '@aws-sdk/client-s3';

/** What every contender of the ingest benchmark is told. */
export interface IngestSettings {
  /** Requests in one round. */
  requests: number;
  /** A file with a JSON array of the request bodies, which are used in turn. */
  bodiesFile: string;
  /** The S3 server. */
  s3: S3ClientConfig & { endpoint: string };
  bucket: string;
}

/** What the handler is told beside that. */
export interface HandlerSettings extends IngestSettings {
  /** Path of the bundle. */
  bundle: string;
}

/** What a floor is told beside that. */
export interface FloorSettings extends IngestSettings {
  /**
   * A file with a JSON array of what the handler stored for each body: JSON Lines, not compressed.
   */
  storedFile: string;
  /** Whether the body is parsed, although nothing is done with it. */
  parse: boolean;
}

/** What the server of the HTTP benchmark is told. */
export interface HttpSettings {
  /** Path of the bundle. */
  bundle: string;
  port: number;
  /** Requests in one round. */
  requests: number;
  /** Requests before the first round. */
  warmUp: number;
}

/** What its floor is told. */
export interface PutSettings {
  /** As for the other floors. */
  storedFile: string;
  requests: number;
  /** Uploads at the same time. */
  clients: number;
  s3: S3ClientConfig & { endpoint: string };
  bucket: string;
}
