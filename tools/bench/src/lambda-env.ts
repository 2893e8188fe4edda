import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { S3_CREDENTIALS } from '@clickstream/local-servers';
import { WORKSPACE } from './bundle-of';

const REGION = 'ap-southeast-1';

/** The bucket of every benchmark, on a separate S3 server. */
export const BUCKET = 'bench';

/** Client settings with which the SDK reaches a local S3 server. */
export function s3Of(endpoint: string) {
  return { endpoint, region: REGION, forcePathStyle: true, credentials: S3_CREDENTIALS };
}

/** The environment in which a Lambda's bundle finds that server. */
export function lambdaEnv(endpoint: string): Record<string, string> {
  return {
    RAW_BUCKET: BUCKET,
    AWS_REGION: REGION,
    AWS_ENDPOINT_URL_S3: endpoint,
    S3_FORCE_PATH_STYLE: 'true',
    AWS_ACCESS_KEY_ID: S3_CREDENTIALS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: S3_CREDENTIALS.secretAccessKey,
  };
}

/** The options that Node is deployed with for a Lambda, as NODE_OPTIONS. */
export function nodeOptionsOf(app: string): string {
  const { config } = JSON.parse(readFileSync(resolve(WORKSPACE, 'apps', app, 'package.json'), 'utf8')) as {
    config: { nodeOptions: string };
  };
  return config.nodeOptions;
}
