import { loadEnvFile } from 'node:process';
import { FLAG, optionReader, runCommand, TEXT } from '@clickstream/command-line';
import { whatRuns } from '@clickstream/local-cloud/what-runs';
import { readLedgerConfig } from './config';
import { askedHours, type StatusOptions } from './status/asked-hours';
import { failedRunsLine } from './status/failed-runs';
import { ledgerReport } from './status/ledger-report';
import { lakeLines, lakeState } from './status/lake-state';
import { differenceLines, ledgerLines } from './status/show-ledger';
import { waitingObjects } from './status/waiting-objects';

const HELP = `Usage: npm run status -- [--hours <n>] [--from <time>] [--to <time>] [--all] [--json]

Shows which parts of the local cloud run; then the ledger: the state of the events of each hour. It counts the rows of all
events, and names each hour in which ledger and warehouse differ; facts have to add up to the rows. Loads that have failed
since the last complete one are listed with their error, and alerts about the shop that are not over: docs/alerts.md.
Where there is a lake, a line says from when to when it holds events, and what is only there: docs/lake.md.

Options:
  --hours <n>    the latest n hours that received events (24)
  --from <time>  hours from this day or hour on instead: YYYY-MM-DD or YYYY-MM-DDTHH, UTC
  --to <time>    hours up to this day or hour, its end included
  --all          all hours; and waiting objects anywhere in the bucket, not only in the hours shown
  --json         the same as JSON

Environment:
  LOCAL_STATE_DIR   the state folder (.local)
  DW_SHINY_URL, RAW_BUCKET, AWS_REGION, AWS_ENDPOINT_URL_S3, S3_FORCE_PATH_STYLE
                    another warehouse and bucket; by default those of the running local cloud

Exit codes: 0 all is well, 1 the local cloud is not ready, the ledger does not close, or loads fail, 2 wrong usage
`;

/** @returns the exit code */
async function status(options: StatusOptions): Promise<number> {
  const hours = askedHours(options);
  const cloud = whatRuns(process.env);
  const print = (line: string) => options.json || process.stdout.write(`${line}\n`);
  print(`The local cloud of ${cloud.stateFolder} ${cloud.state}.`);
  for (const part of cloud.parts)
    print(`  ${part} runs${cloud.isLeft ? ', left by a start that was killed' : ''}`);

  if (cloud.isReady) loadEnvFile(cloud.envFile);
  const config = readLedgerConfig(process.env);
  if (!config) {
    if (options.json) process.stdout.write(`${JSON.stringify({ state: cloud.state, parts: cloud.parts })}\n`);
    return 1;
  }
  const report = await ledgerReport(config.warehouseUrl, hours);
  const from = options.all ? undefined : new Date(report.hours[0]?.hour ?? 0);
  const waiting = await waitingObjects(config.warehouseUrl, config.bucket, from);
  const lake = await lakeState(config.bucket);
  if (options.json) {
    const { state, parts } = cloud;
    process.stdout.write(`${JSON.stringify({ state, parts, ...report, waiting, lake })}\n`);
  }
  for (const line of [...ledgerLines(report, waiting, new Date()), ...lakeLines(lake)]) print(line);
  const failed = failedRunsLine(report.failedRuns);
  const faults = [...differenceLines(report.differences), ...(failed === null ? [] : [failed])];
  for (const line of faults) process.stderr.write(`${line}\n`);
  return faults.length > 0 ? 1 : 0;
}

void runCommand({
  call: 'npm run status --',
  help: HELP,
  read: optionReader({ hours: TEXT, from: TEXT, to: TEXT, all: FLAG, json: FLAG }),
  run: status,
});
