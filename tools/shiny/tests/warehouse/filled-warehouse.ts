import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { createWarehouse, migrateWarehouse } from '@clickstream/dw-models';
import { newEventId } from '@clickstream/event-schema';
import { encodeRawObject, rawObjectKey } from '@clickstream/event-schema/raw-object';
import { S3_CREDENTIALS, startPostgres, startS3 } from '@clickstream/local-servers';
import pg from 'pg';
import { CAMPAIGN_COSTS, campaignVisits } from './campaign-visits';
import { knownSessions } from './known-sessions';
import { bookFilesFor } from './planned-books';
import { eventsOfPlannedBuyers } from './planned-buyers';
import { eventsOfPlannedCarts } from './planned-carts';
import { plantAlerts } from './planted-alerts';
import { plannedFaults } from './planned-faults';
import { plannedSearches } from './planned-searches';
import { randomSessions, STAFF_USER } from './random-sessions';
import { receivedAt } from './received-event';

/** postgres:// addresses of a warehouse, for the dashboard and for its owner. */
export interface WarehouseUrls {
  readonly shinyUrl: string;
  readonly adminUrl: string;
  readonly doneUrl: string;
  readonly savedUrl: string;
}

/** A warehouse with events, on its own servers. */
export interface FilledWarehouse extends WarehouseUrls {
  /** Copies it into another database of the server. Nothing may be connected to it. */
  copy(database: string): Promise<WarehouseUrls>;
  stop(): Promise<void>;
}

interface EtlResult {
  readonly loaded: number;
  readonly quarantined: number;
  readonly more: boolean;
}
type EtlHandler = (event: object, context: { getRemainingTimeInMillis(): number }) => Promise<EtlResult>;

const ETL_BUNDLE = join(import.meta.dirname, '../../../../apps/etl-lambda/dist/handler.cjs');
const BUCKET = 'clickstream-s3-ingest';
const REGION = 'ap-southeast-1';

/**
 * Starts PostgreSQL and S3, writes known, planned and random events to the bucket, and runs the
 * bundle of the ETL: the dashboard is tested on facts that are built as on AWS.
 *
 * @throws Error when an event was not loaded
 */
export async function filledWarehouse(): Promise<FilledWarehouse> {
  const [postgres, s3] = await Promise.all([startPostgres(), startS3()]);
  const stop = async () => {
    await Promise.all([postgres.stop(), s3.stop()]);
  };
  try {
    const password = () => randomBytes(12).toString('hex');
    const urls = await createWarehouse(postgres.url, {
      dw_admin: password(),
      etl_writer: password(),
      shiny_ro: password(),
      shiny_done: password(),
      shiny_saved: password(),
    });
    await migrateWarehouse(urls.adminUrl);
    const events = [
      ...knownSessions(),
      ...eventsOfPlannedCarts(),
      ...eventsOfPlannedBuyers(),
      ...campaignVisits(),
      ...plannedSearches(),
      ...plannedFaults(),
      ...randomSessions(20_261_123, 3000),
    ];
    await putRawObjects(s3.url, events);
    await load(urls.etlUrl, s3.url, events.length);
    await listStaff(urls.adminUrl);
    await tellCosts(urls.adminUrl);
    await plantAlerts(urls.adminUrl);
    const { shinyUrl, adminUrl, doneUrl, savedUrl } = urls;
    const copy = (database: string) => copyOf(postgres.url, urls, database);
    return { shinyUrl, adminUrl, doneUrl, savedUrl, copy, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function copyOf(superuserUrl: string, urls: WarehouseUrls, database: string): Promise<WarehouseUrls> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  const name = new URL(urls.adminUrl).pathname.slice(1);
  await client.query(`CREATE DATABASE ${database} OWNER dw_admin TEMPLATE ${name} STRATEGY FILE_COPY`);
  await client.end();
  const inCopy = (address: string) => Object.assign(new URL(address), { pathname: `/${database}` }).href;
  return {
    shinyUrl: inCopy(urls.shinyUrl),
    adminUrl: inCopy(urls.adminUrl),
    doneUrl: inCopy(urls.doneUrl),
    savedUrl: inCopy(urls.savedUrl),
  };
}

/** One object per day, by the time of receipt. */
async function putRawObjects(endpoint: string, events: readonly object[]): Promise<void> {
  const client = new S3Client({
    endpoint,
    region: REGION,
    forcePathStyle: true,
    credentials: S3_CREDENTIALS,
  });
  await client.send(new CreateBucketCommand({ Bucket: BUCKET }));
  const days = new Map<string, string[]>();
  for (const event of events) {
    const day = receivedAt(event).toISOString().slice(0, 10);
    days.set(day, [...(days.get(day) ?? []), JSON.stringify(event)]);
  }
  for (const [day, lines] of days) {
    const Key = rawObjectKey('events', new Date(day), newEventId());
    await client.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body: await encodeRawObject(lines) }));
  }
  for (const { key, content } of bookFilesFor(events)) {
    await client.send(new PutObjectCommand({ Bucket: BUCKET, Key: key, Body: content }));
  }
  await putTrouble(client, events);
  client.destroy();
}

/**
 * Lines of the ledger other than loaded events: one that is sent three times, a broken line,
 * rejected events.
 */
async function putTrouble(client: S3Client, events: readonly object[]): Promise<void> {
  const day = new Date('2026-06-15T09:00:00Z');
  const again = JSON.stringify(events.find((event) => receivedAt(event).toISOString().startsWith('2026-06')));
  const objects = {
    events: [again, again, '{"broken'],
    rejected: ['{"reason":"no name","index":0,"event":{}}', '{"reason":"no name","index":1,"event":{}}'],
  };
  for (const prefix of ['events', 'rejected'] as const) {
    const Key = rawObjectKey(prefix, day, newEventId());
    await client.send(
      new PutObjectCommand({ Bucket: BUCKET, Key, Body: await encodeRawObject(objects[prefix]) }),
    );
  }
}

async function listStaff(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await client.query('INSERT INTO staff_users (user_id) VALUES ($1)', [STAFF_USER]);
  await client.end();
}

async function tellCosts(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  for (const cost of CAMPAIGN_COSTS) {
    await client.query(
      `INSERT INTO ad_costs (day, source, medium, campaign, channel, currency, cost) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [...cost],
    );
  }
  await client.end();
}

async function load(etlUrl: string, s3Url: string, expected: number): Promise<void> {
  Object.assign(process.env, {
    RAW_BUCKET: BUCKET,
    DW_ETL_URL: etlUrl,
    AWS_REGION: REGION,
    AWS_ENDPOINT_URL_S3: s3Url,
    AWS_ACCESS_KEY_ID: S3_CREDENTIALS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: S3_CREDENTIALS.secretAccessKey,
    S3_FORCE_PATH_STYLE: 'true',
  });
  const { handler } = createRequire(import.meta.url)(ETL_BUNDLE) as { handler: EtlHandler };
  const { loaded, quarantined, more } = await handler({}, { getRemainingTimeInMillis: () => 600_000 });
  if (loaded !== expected || quarantined !== 1 || more)
    throw new Error(`The ETL loaded ${loaded} of ${expected} events and quarantined ${quarantined}.`);
}
