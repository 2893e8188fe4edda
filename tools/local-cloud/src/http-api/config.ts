import { readCorsOrigins, storefrontOrigins } from './cors-origins';

export interface HttpApiConfig {
  /** `API_PORT` */
  readonly port: number;
  /** `INGEST_BUNDLE`: the path of the ingest Lambda's `handler.cjs`. */
  readonly ingestBundle: string;
  /**
   * Origins whose pages may call the API: the storefront on `STOREFRONT_PORTS`, and the addresses
   * in `CORS_ORIGINS`.
   */
  readonly corsOrigins: readonly string[];
}

/** Reads what the supervisor passes on. */
export function readServeConfig(env: Readonly<Record<string, string | undefined>>): HttpApiConfig {
  const { API_PORT: port, INGEST_BUNDLE: ingestBundle, STOREFRONT_PORTS: storefrontPorts } = env;
  if (!port || !ingestBundle || !storefrontPorts) {
    throw new Error('The HTTP API needs API_PORT, INGEST_BUNDLE and STOREFRONT_PORTS.');
  }
  const ownOrigins = storefrontOrigins(storefrontPorts.split(',').map(Number));
  return {
    port: Number(port),
    ingestBundle,
    corsOrigins: [...ownOrigins, ...readCorsOrigins(env['CORS_ORIGINS'])],
  };
}
