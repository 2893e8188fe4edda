import { runCommand } from '@clickstream/command-line';
import { readLocalEnv } from '@clickstream/lambda-runtime/local-env';
import { connectTo } from '@clickstream/warehouse-load/warehouse';
import { readWarehouseUrl } from './config';
import { COSTS_HELP, costsOptions } from './import-costs/costs-options';
import { importCosts } from './import-costs/import-costs';

void runCommand({
  call: 'npm run import-costs --',
  help: COSTS_HELP,
  failure: 'The import stopped',
  read: costsOptions,
  async run(options) {
    readLocalEnv();
    const client = await connectTo(readWarehouseUrl());
    try {
      console.log(await importCosts(client, options));
      return 0;
    } finally {
      await client.end();
    }
  },
});
