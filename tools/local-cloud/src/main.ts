import { relative } from 'node:path';
import { noOptions, runCommand } from '@clickstream/command-line';
import { readConfig, stateFiles, type LocalCloudConfig } from './config';
import { DESK_ACCOUNT, local } from './services/cloud-env';
import { consoleProgress, type Progress } from './progress';
import { runUntilStopped } from './run-until-stopped';
import { startLocalCloud, type LocalCloud } from './start-local-cloud';
import { PORT_SETTINGS } from './supervisor/ports';

const HELP = `Usage: npm start

Runs the shop, the collection of its events, the warehouse and the dashboards on this machine, until Ctrl-C.

Environment:
${Object.values(PORT_SETTINGS)
  .map(({ variable, port }) => `  ${variable.padEnd(22)} port on 127.0.0.1 (${port})`)
  .join('\n')}
  LOCAL_STATE_DIR        where everything is kept (.local); npm run reset removes it
  SAMPLE_DAYS            days of simulated shoppers that the first start brings (30; 0 starts empty)
  ETL_INTERVAL_SECONDS   seconds between two runs of the ETL (30)
`;

function sayReady(progress: Progress, config: LocalCloudConfig, cloud: LocalCloud, seconds: number): void {
  const { ports, stateFolder } = config;
  // The set-up has already said what to install.
  const dashboards = cloud.dashboardsOff
    ? `off (${cloud.dashboardsOff})`
    : `${local(ports.dashboards)}/sbw_dashboard`;
  progress.say('');
  progress.say(
    `Ready in ${seconds.toFixed(1)} s  shop ${local(ports.storefront)}  dashboards ${dashboards}  ` +
      `events ${local(ports.httpApi)}/clickstream`,
  );
  progress.say('  A sign-up in the shop is confirmed with the code 123456.');
  const { email, password } = DESK_ACCOUNT;
  progress.say(`  The desk of the shop, /desk, opens to ${email} with the password ${password}.`);
  progress.say(`  Addresses and passwords for tools: ${relative('', stateFiles(stateFolder).env)}`);
  progress.say('  Ctrl-C stops all of it.');
}

async function start(): Promise<number> {
  const config = readConfig(process.env);
  const progress = consoleProgress();
  await runUntilStopped(
    progress,
    (signal) => startLocalCloud({ ...config, progress, signal }),
    (cloud) => sayReady(progress, config, cloud, process.uptime()),
  );
  return 0;
}

void runCommand({ call: 'npm start --', help: HELP, read: noOptions, run: start }).then(() => process.exit());
