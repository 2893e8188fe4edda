import { randomUUID } from 'node:crypto';
import { CreateBucketCommand, DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { aWarehouse, type TestWarehouse } from '@clickstream/dw-models/testing';
import { etlEnvironment, outcomeOf, startCommand } from '@clickstream/warehouse-load/testing';

/** The objects that are loaded. */
export const LOADED = 'events/2026/11/02/09/a.json.gz';
export const REJECTED = 'rejected/2026/11/02/10/r.json.gz';

/** MD5 of `{}`. */
const ETAG = '99914b932bd37a50b983c5e7c90ae93b';

/** Test bed of `npm run status`. */
export interface LoadedHours {
  readonly warehouse: TestWarehouse;
  put(key: string): Promise<unknown>;
  remove(key: string): Promise<unknown>;
  /** Runs the command as a person does. */
  status(
    args?: readonly string[],
    env?: Record<string, string>,
  ): Promise<{ readonly lines: string[]; readonly errors: string; readonly code: unknown }>;
}

/** Gives each test a bucket, and a warehouse that has loaded two hours of it. */
export function loadedHoursForEachTest(): LoadedHours {
  let warehouse: TestWarehouse;
  let bucket: string;
  let s3: S3Client;
  const put = (key: string) => s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: '{}' }));

  beforeEach(async () => {
    warehouse = await aWarehouse();
    bucket = `status-${randomUUID()}`;
    s3 = new S3Client({
      endpoint: process.env['TEST_S3_URL'] ?? '',
      region: 'ap-southeast-1',
      forcePathStyle: true,
      credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
    });
    await s3.send(new CreateBucketCommand({ Bucket: bucket }));
    await put(LOADED);
    await put(REJECTED);
    // As after a load: three rows and a quarantined line in one hour, and a rejected event in the
    // next.
    await warehouse.query(
      'admin',
      `SELECT ensure_event_partitions('2026-11-01', '2026-11-01');
       INSERT INTO etl_runs (finished_at, complete_until) VALUES (now(), now());
       INSERT INTO etl_objects (object_key, object_id, hour, etag, size_bytes, lines, loaded, duplicates, quarantined,
         rejected, run_id)
       VALUES ('${LOADED}', 1, '2026-11-02T09:00Z', '${ETAG}', 10, 5, 3, 1, 1, 0, 1),
         ('${REJECTED}', 2, '2026-11-02T10:00Z', '${ETAG}', 10, 1, 0, 0, 0, 1, 1);
       INSERT INTO ledger_hourly (hour, received, rejected, stored, loaded, duplicates, quarantined)
       VALUES ('2026-11-02T09:00Z', 5, 0, 5, 3, 1, 1), ('2026-11-02T10:00Z', 1, 1, 0, 0, 0, 0);
       INSERT INTO etl_quarantine (object_key, line, reason, raw) VALUES ('${LOADED}', 5, 'not_json', '{');
       INSERT INTO clickstream_events (event_id, event_timestamp, event_name, source_object_id, source_line)
       SELECT gen_random_uuid(), '2026-11-02T09:10Z', 'click', 1, line FROM generate_series(1, 3) AS line;
       INSERT INTO activity_hourly (hour, event_name, login_state, is_bot, is_staff, events)
       VALUES ('2026-11-02T09:00Z', 'click', 'unknown', false, false, 3)`,
    );
  });

  afterEach(async () => {
    s3.destroy();
    await warehouse.close();
  });

  return {
    get warehouse() {
      return warehouse;
    },
    put,
    remove: (key) => s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: key })),
    status: (args = [], env = {}) =>
      runStatus(args, {
        ...etlEnvironment(bucket, warehouse.etlUrl),
        DW_SHINY_URL: warehouse.shinyUrl,
        ...env,
      }),
  };
}

async function runStatus(args: readonly string[], env: Record<string, string>) {
  const { output, errors, code } = await outcomeOf(
    startCommand('tools/warehouse-commands/src/status.ts', env, args),
  );
  return { lines: output.trimEnd().split('\n'), errors, code };
}
