import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answersHttp, freePort, startKept, waitUntil } from '@clickstream/local-servers';

/** The environment variable with the port of a dashboard that several files of tests use. */
export const SHARED_DASHBOARD = 'SHARED_DASHBOARD_PORT';

/** run.R on a separate port, started as everywhere else. */
export interface DashboardProcess {
  readonly url: string;
  readonly port: number;
  stop(): Promise<void>;
}

/**
 * @param env with the addresses of the warehouse
 * @param wished by default a free port
 */
export async function startDashboard(env: NodeJS.ProcessEnv, wished?: number): Promise<DashboardProcess> {
  const port = wished ?? (await freePort());
  const home = mkdtempSync(join(tmpdir(), 'clickstream-shiny-'));
  const kept = await startKept({
    command: 'Rscript',
    args: ['--vanilla', join(import.meta.dirname, '../../run.R')],
    env: { ...env, SHINY_PORT: String(port) },
    logFile: join(home, 'shiny.log'),
    stopSignal: 'SIGKILL',
    removeFolders: [home],
  });
  const url = `http://127.0.0.1:${port}`;
  if (await waitUntil(() => answersHttp(url), kept.ended)) {
    return {
      url,
      port,
      stop: async () => {
        await kept.stop();
      },
    };
  }
  const { lastOutput } = await kept.stop();
  throw new Error(`The dashboard does not start: ${lastOutput}`);
}
