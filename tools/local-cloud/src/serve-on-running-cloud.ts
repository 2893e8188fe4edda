import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { stateFiles, type LocalCloudConfig } from './config';
import { devPort } from './services/cloud-env';
import { storefrontService } from './services/storefront';
import type { Progress } from './progress';
import type { LocalCloud } from './start-local-cloud';
import type { CloudEnv } from './state/env-file';
import { endSurvivors } from './supervisor/end-survivors';
import { portProblem } from './supervisor/ports';
import { ProcessRecords } from './supervisor/process-records';
import { Supervisor } from './supervisor/supervisor';

/**
 * Starts the storefront in development mode on top of a local cloud that runs already,
 * on the port after its own.
 *
 * @throws Error with one line when the cloud is not ready yet, or the port is taken
 */
export async function serveOnRunningCloud(config: LocalCloudConfig, progress: Progress): Promise<LocalCloud> {
  const files = stateFiles(config.stateFolder);
  const env = readEnv(files.env);
  const ports = { ...config.ports, storefront: devPort(config.ports) };
  const records = new ProcessRecords(files.devProcesses);
  await endSurvivors(records);
  const problem = await portProblem(ports, ['storefront']);
  if (problem) throw new Error(problem);
  const supervisor = new Supervisor({ records, say: progress.say });
  const stop = () => supervisor.stop();
  try {
    await progress.step('Storefront in development mode', () =>
      supervisor.start(storefrontService({ ...config, ports }, env, 'dev')),
    );
  } catch (error) {
    await stop();
    throw error;
  }
  return { env, dashboardsOff: undefined, over: supervisor.over, stop };
}

function readEnv(file: string): CloudEnv {
  try {
    return parseEnv(readFileSync(file, 'utf8')) as CloudEnv;
  } catch {
    throw new Error('The local cloud is still starting: wait until it says Ready, then try again.');
  }
}
