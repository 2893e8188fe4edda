export interface HttpApiConfig {
  /** `API_PORT` */
  readonly port: number;
  /** `INGEST_BUNDLE`: the path of the ingest Lambda's `handler.cjs`. */
  readonly ingestBundle: string;
  /** `STOREFRONT_PORTS`, separated by commas: whose pages may call the API. */
  readonly storefrontPorts: readonly number[];
}

/** Reads what the supervisor passes on. */
export function readServeConfig(env: Readonly<Record<string, string | undefined>>): HttpApiConfig {
  const { API_PORT: port, INGEST_BUNDLE: ingestBundle, STOREFRONT_PORTS: storefrontPorts } = env;
  if (!port || !ingestBundle || !storefrontPorts) {
    throw new Error('The HTTP API needs API_PORT, INGEST_BUNDLE and STOREFRONT_PORTS.');
  }
  return { port: Number(port), ingestBundle, storefrontPorts: storefrontPorts.split(',').map(Number) };
}
