/** What the shop Lambda needs to know about where it runs. */
export interface Config {
  /** postgres:// address of clickstream_web with the role shop_app (`WEB_DB_URL`). */
  readonly databaseUrl: string;
}

/**
 * Reads the configuration.
 *
 * @throws Error that names the variable when it is not set
 */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const databaseUrl = env['WEB_DB_URL'];
  if (!databaseUrl) {
    throw new Error('Set WEB_DB_URL, or run npm start, which writes it to .local/env.');
  }
  return { databaseUrl };
}

/** The folder in which `npm start` keeps its state, relative to the workspace (`LOCAL_STATE_DIR`). */
export function localStateFolder(env: Readonly<Record<string, string | undefined>> = process.env): string {
  return env['LOCAL_STATE_DIR'] || '.local';
}
