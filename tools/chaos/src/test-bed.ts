import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { createWarehouse, migrateWarehouse, type WarehouseUrls } from '@clickstream/dw-models';
import { S3_CREDENTIALS, startPostgres, startS3, type RunningServer } from '@clickstream/local-servers';

const BUCKET = 'chaos';
const REGION = 'ap-southeast-1';

/** The servers of one run, and what reaches them. */
export interface TestBed {
  readonly s3Url: string;
  readonly s3: S3Client;
  readonly bucket: string;
  readonly warehouse: WarehouseUrls;
  /** PostgreSQL as superuser. */
  readonly superuserUrl: string;
  /** The environment of a Lambda whose S3 has the given address. */
  envFor(s3Url: string): Record<string, string>;
  /** Stops PostgreSQL, `orderly` or as if its power were cut. */
  stopPostgres(orderly: boolean): Promise<void>;
  /** Starts it again, at the same address. */
  startPostgres(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts PostgreSQL, which keeps its data over a restart, and S3, with a
 * bucket and an empty warehouse.
 */
export async function setUpTestBed(): Promise<TestBed> {
  const folder = await mkdtemp(join(tmpdir(), 'chaos-'));
  const password = () => randomBytes(12).toString('hex');
  const superuser = password();
  const start = (port?: number) =>
    startPostgres({
      dataDir: join(folder, 'postgres'),
      password: superuser,
      ...(port === undefined ? {} : { port }),
    });
  let postgres: RunningServer = await start();
  const s3Server = await startS3();
  const s3 = new S3Client({
    endpoint: s3Server.url,
    region: REGION,
    forcePathStyle: true,
    credentials: S3_CREDENTIALS,
  });
  await s3.send(new CreateBucketCommand({ Bucket: BUCKET }));
  const passwords = {
    dw_admin: password(),
    etl_writer: password(),
    shiny_ro: password(),
    shiny_done: password(),
    shiny_saved: password(),
  };
  const warehouse = await createWarehouse(postgres.url, passwords);
  await migrateWarehouse(warehouse.adminUrl);
  return {
    s3Url: s3Server.url,
    s3,
    bucket: BUCKET,
    warehouse,
    superuserUrl: postgres.url,
    envFor: (s3Url) => ({
      RAW_BUCKET: BUCKET,
      AWS_REGION: REGION,
      AWS_ENDPOINT_URL_S3: s3Url,
      AWS_ACCESS_KEY_ID: S3_CREDENTIALS.accessKeyId,
      AWS_SECRET_ACCESS_KEY: S3_CREDENTIALS.secretAccessKey,
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
      S3_FORCE_PATH_STYLE: 'true',
      DW_ETL_URL: warehouse.etlUrl,
      DW_ADMIN_URL: warehouse.adminUrl,
      DW_SHINY_URL: warehouse.shinyUrl,
    }),
    async stopPostgres(orderly) {
      if (orderly) return postgres.stop();
      process.kill(postgres.process.pid, 'SIGKILL');
      await postgres.ended;
    },
    async startPostgres() {
      postgres = await start(postgres.port);
    },
    async close() {
      s3.destroy();
      await Promise.all([postgres.stop(), s3Server.stop()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
