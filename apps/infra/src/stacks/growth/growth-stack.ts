import { Stack } from 'aws-cdk-lib';
import { CfnWorkGroup } from 'aws-cdk-lib/aws-athena';
import { CfnDatabase, CfnTable } from 'aws-cdk-lib/aws-glue';
import type { Construct } from 'constructs';
import { lakeTable } from '../../constructs/lake-table';
import { hostBucketName, rawBucketName } from '../../stages/bucket-names';
import type { Stage } from '../../stages/stages';

const TEXT_COLUMNS = [
  'eventId',
  'eventName',
  'eventTimestamp',
  'clientId',
  'sessionId',
  'userId',
  'userLoginState',
  'identitySource',
  'pageUrl',
  'referrer',
  'pageTitle',
];
/** Parts of an event that are objects: read a field with `json_extract_scalar(product, '$.id')`. */
const JSON_COLUMNS = [
  'product',
  'cart',
  'order',
  'list',
  'search',
  'element',
  'checkout',
  'properties',
  '_ingest',
];

/**
 * SQL over the whole history in S3, by Athena. A partition is an hour, found by its key: it needs
 * no crawler and no added partitions.
 */
export class GrowthStack extends Stack {
  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id, {
      stackName: `clickstream-growth${stage.suffix}`,
      description: 'Clickstream: Athena over the raw events and the lake',
      env: { region: stage.region },
    });
    const name = `clickstream_raw${stage.suffix.replace('-', '_')}`;
    const database = new CfnDatabase(this, 'Database', {
      catalogId: this.account,
      databaseInput: { name, description: 'Raw events as the ingest Lambda stored them' },
    });
    new CfnTable(this, 'Events', {
      catalogId: this.account,
      databaseName: name,
      tableInput: this.events(`s3://${rawBucketName(this, stage)}/events/`),
    }).addResourceDependency(database);
    new CfnTable(this, 'LakeEvents', {
      catalogId: this.account,
      databaseName: name,
      tableInput: lakeTable(`s3://${rawBucketName(this, stage)}/lake/events/`),
    }).addResourceDependency(database);
    new CfnWorkGroup(this, 'WorkGroup', {
      name: `clickstream${stage.suffix}`,
      description: 'Questions to the raw events',
      workGroupConfiguration: {
        enforceWorkGroupConfiguration: true,
        publishCloudWatchMetricsEnabled: true,
        // A query without an hour is stopped at five cents.
        bytesScannedCutoffPerQuery: 10_000_000_000,
        resultConfiguration: {
          outputLocation: `s3://${hostBucketName(stage)}/logs/athena/`,
          encryptionConfiguration: { encryptionOption: 'SSE_S3' },
        },
      },
    });
  }

  private events(location: string): CfnTable.TableInputProperty {
    const column = (name: string, type: string) => ({ name: name.toLowerCase(), type });
    return {
      name: 'events',
      tableType: 'EXTERNAL_TABLE',
      partitionKeys: [{ name: 'hour', type: 'string', comment: 'Received, UTC: yyyy/MM/dd/HH' }],
      parameters: {
        'projection.enabled': 'true',
        'projection.hour.type': 'date',
        'projection.hour.format': 'yyyy/MM/dd/HH',
        'projection.hour.range': '2025/01/01/00,NOW',
        'projection.hour.interval': '1',
        'projection.hour.interval.unit': 'HOURS',
        'storage.location.template': `${location}\${hour}/`,
      },
      storageDescriptor: {
        location,
        inputFormat: 'org.apache.hadoop.mapred.TextInputFormat',
        outputFormat: 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat',
        serdeInfo: {
          serializationLibrary: 'org.openx.data.jsonserde.JsonSerDe',
          parameters: { 'ignore.malformed.json': 'true', 'case.insensitive': 'true' },
        },
        columns: [
          ...TEXT_COLUMNS.map((name) => column(name, 'string')),
          column('schemaVersion', 'int'),
          column('sequence', 'int'),
          column('isFirstVisit', 'boolean'),
          ...JSON_COLUMNS.map((name) => column(name, 'string')),
        ],
      },
    };
  }
}
