/** What the ingest Lambda needs to know about where it runs. */
export interface Config {
  /** The bucket of raw objects (`RAW_BUCKET`). */
  readonly rawBucket: string;
  /** The bucket's region (`AWS_REGION`; Lambda sets it). */
  readonly region: string;
  /** Whether the bucket is part of the path and not of the host name (`S3_FORCE_PATH_STYLE=true`): S3 servers on a laptop. */
  readonly forcePathStyle: boolean;
}

/**
 * Reads the configuration off the environment. The AWS SDK reads credentials and `AWS_ENDPOINT_URL_S3` itself.
 *
 * @throws an error that names all missing variables at once
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const { RAW_BUCKET: rawBucket, AWS_REGION: region } = env;
  if (!rawBucket || !region) {
    const missing = Object.entries({ RAW_BUCKET: rawBucket, AWS_REGION: region })
      .filter(([, value]) => !value)
      .map(([name]) => name);
    throw new Error(`Set the environment variables that are missing: ${missing.join(', ')}.`);
  }
  return { rawBucket, region, forcePathStyle: env['S3_FORCE_PATH_STYLE'] === 'true' };
}

/** The folder in which `npm start` keeps its state, relative to the workspace (`LOCAL_STATE_DIR`). */
export function localStateFolder(env: Readonly<Record<string, string | undefined>>): string {
  return env['LOCAL_STATE_DIR'] ?? '.local';
}
