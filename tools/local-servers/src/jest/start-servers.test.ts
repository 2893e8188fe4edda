import { ListBucketsCommand, S3Client } from '@aws-sdk/client-s3';
import pg from 'pg';

import { S3_CREDENTIALS } from '../s3/start-s3';

describe('the servers of a test run', () => {
  it('include a PostgreSQL 18 superuser that may create databases', async () => {
    const client = new pg.Client({ connectionString: process.env['TEST_POSTGRES_URL'] });
    await client.connect();
    const { rows } = await client.query<{ server_version: string; rolcreatedb: boolean }>(
      `SELECT current_setting('server_version') AS server_version, rolcreatedb
       FROM pg_roles WHERE rolname = current_user`,
    );
    await client.end();
    expect(rows[0]?.server_version).toMatch(/^18\./);
    expect(rows[0]?.rolcreatedb).toBe(true);
  });

  it('include an S3 server that starts without buckets', async () => {
    const client = new S3Client({
      endpoint: process.env['TEST_S3_URL'],
      region: 'ap-southeast-1',
      forcePathStyle: true,
      credentials: S3_CREDENTIALS,
    });
    expect((await client.send(new ListBucketsCommand({}))).Buckets ?? []).toEqual([]);
    client.destroy();
  });
});
