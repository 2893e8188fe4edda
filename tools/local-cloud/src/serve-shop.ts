import { noOptions, runCommand } from '@clickstream/command-line';
import { readConfig } from './config';
import { devPort, local } from './services/cloud-env';
import { consoleProgress } from './progress';
import { runUntilStopped } from './run-until-stopped';
import { serveOnRunningCloud } from './serve-on-running-cloud';
import { startLocalCloud } from './start-local-cloud';
import { stateHolder } from './supervisor/state-lock';

const HELP = `Usage: npx nx serve storefront

Runs the shop in development mode with what it needs: its database, Cognito, and the API that takes its events.
The warehouse and the dashboards are left out; npm start has them. While npm start runs, the shop in development mode
uses what is there, on the port after that of the shop. The environment is that of npm start.
`;

async function serveShop(): Promise<number> {
  const config = readConfig(process.env);
  const progress = consoleProgress();
  const isRunning = stateHolder(config.stateFolder) !== undefined;
  const port = isRunning ? devPort(config.ports) : config.ports.storefront;
  await runUntilStopped(
    progress,
    (signal) =>
      isRunning
        ? serveOnRunningCloud(config, progress)
        : startLocalCloud({ ...config, analytics: false, storefront: 'dev', progress, signal }),
    () => progress.say(`\nReady  shop ${local(port)} (development mode, Ctrl-C stops it)`),
  );
  return 0;
}

void runCommand({ help: HELP, read: noOptions, run: serveShop }).then(() => process.exit());
