import { runCommand } from '@clickstream/command-line';
import { exportTable, lakeBucket } from '@clickstream/lake';
import { readLocalEnv } from '@clickstream/lambda-runtime/local-env';
import { connectTo } from '@clickstream/warehouse-load/warehouse';
import { createS3Client } from '@clickstream/warehouse-load/reading';
import { readReaderUrl } from './config';
import { EXPORT_HELP, exportOptions } from './export/export-options';

/** PostgreSQL's value for no limit: a year of events may take any time. */
const NO_LIMIT = 0;

void runCommand({
  call: 'npm run export --',
  help: EXPORT_HELP,
  failure: 'The export stopped',
  read: exportOptions,
  async run(options) {
    readLocalEnv();
    const client = await connectTo(readReaderUrl(process.env), NO_LIMIT);
    const { RAW_BUCKET: bucket, S3_FORCE_PATH_STYLE: pathStyle } = process.env;
    const s3 = createS3Client(pathStyle === 'true');
    try {
      const rows = await exportTable(client, options, bucket ? lakeBucket(s3, bucket) : undefined);
      console.log(`Wrote ${rows.toLocaleString('en')} ${options.table} into ${options.file}.`);
      return 0;
    } finally {
      s3.destroy();
      await client.end();
    }
  },
});
