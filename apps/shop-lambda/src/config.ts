/**
 * What the shop Lambda needs to know about where it runs: the postgres:// address of clickstream_web with the role shop_app
 * (`WEB_DB_URL`), or the folder of Parameter Store that holds its host and password (`WEB_DB_PARAMETERS`).
 */
export type Config = { readonly databaseUrl: string } | { readonly parameters: string };

/**
 * Reads the configuration.
 *
 * @throws Error that names the variables when neither is set
 */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const { WEB_DB_URL: databaseUrl, WEB_DB_PARAMETERS: parameters } = env;
  if (databaseUrl) return { databaseUrl };
  if (parameters) return { parameters };
  throw new Error(
    'Set WEB_DB_URL, or run npm start, which writes it to .local/env; on AWS, set WEB_DB_PARAMETERS.',
  );
}

/** The folder in which `npm start` keeps its state, relative to the workspace (`LOCAL_STATE_DIR`). */
export function localStateFolder(env: Readonly<Record<string, string | undefined>> = process.env): string {
  return env['LOCAL_STATE_DIR'] || '.local';
}
