import { S3Client } from '@aws-sdk/client-s3';
import { runCommand } from '@clickstream/command-line';
import { progressBar } from '@clickstream/command-line/progress-bar';
import { readLocalEnv } from '@clickstream/lambda-runtime/local-env';
import { readLines } from './answer/read-lines';
import { closingLine, tableLines } from './answer/show';
import type { Testimony } from './answer/testimony';
import { readConfig } from './config';
import { HELP, witnessOptions, type WitnessOptions } from './options';
import { NOT_WITNESSED, TILES } from './tiles';
import { openWarehouse } from './warehouse/warehouse';
import { testify } from './witness';

async function hear(options: WitnessOptions): Promise<Testimony> {
  readLocalEnv();
  const config = readConfig(process.env);
  const s3 = new S3Client({ region: config.region, forcePathStyle: config.forcePathStyle });
  const warehouse = await openWarehouse(config.warehouseUrl);
  const bar = progressBar('{bar} {percentage} % | {duration_formatted}');
  bar.start(1, 0);
  try {
    return await testify(TILES, options, {
      s3,
      warehouse,
      config,
      onProgress(done, of) {
        bar.setTotal(of);
        bar.update(done);
      },
    });
  } finally {
    bar.stop();
    s3.destroy();
    await warehouse.close();
  }
}

/** @returns the exit code */
async function witness(options: WitnessOptions): Promise<number> {
  const testimony = await hear(options);
  const { answers } = testimony;
  if (options.json) console.log(JSON.stringify({ ...testimony, notWitnessed: NOT_WITNESSED }));
  else {
    for (const line of [...readLines(testimony), '', ...tableLines(answers), '']) console.log(line);
    for (const what of NOT_WITNESSED) console.log(`not witnessed: ${what}`);
    console.log(closingLine(answers));
  }
  return answers.some(({ differing }) => differing.length > 0) ? 1 : 0;
}

void runCommand({
  call: 'npm run witness --',
  help: HELP,
  failure: 'The witness stopped',
  read: witnessOptions,
  run: witness,
});
