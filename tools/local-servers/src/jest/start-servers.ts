import { startPostgres } from '../postgres/start-postgres';
import type { RunningServer } from '../running-server';
import { startS3 } from '../s3/start-s3';

declare global {
  var clickstreamTestServers: readonly RunningServer[] | undefined;
}

/**
 * jest's global set-up: one PostgreSQL and one S3 server for the whole run of
 * a project, on free ports.
 */
export default async function startServers(): Promise<void> {
  const [postgres, s3] = await Promise.all([startPostgres(), startS3()]);
  globalThis.clickstreamTestServers = [postgres, s3];
  process.env['TEST_POSTGRES_URL'] = postgres.url;
  process.env['TEST_S3_URL'] = s3.url;
}
