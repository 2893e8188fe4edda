import { runCommand } from '@clickstream/command-line';
import { exportTable } from '@clickstream/lake';
import { readLocalEnv } from '@clickstream/lambda-runtime/local-env';
import { connectTo } from '@clickstream/warehouse-load/warehouse';
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
    try {
      const rows = await exportTable(client, options);
      console.log(`Wrote ${rows.toLocaleString('en')} ${options.table} into ${options.file}.`);
      return 0;
    } finally {
      await client.end();
    }
  },
});
