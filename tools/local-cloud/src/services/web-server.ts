import { runningServer, startKept, waitUntil } from '@clickstream/local-servers';
import type { Service } from '../supervisor/supervisor';
import { local } from './cloud-env';

export interface WebServerOptions {
  readonly name: string;
  readonly logFile: string;
  readonly port: number;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** A path that answers with a success status once all of it works. */
  readonly readyPath: string;
}

// A development server compiles its first page meanwhile.
const START_TIMEOUT_MILLISECONDS = 180_000;

/** A service that runs a program with a web server. */
export function webServerService({ name, logFile, port, readyPath, ...program }: WebServerOptions): Service {
  const url = local(port);
  return {
    name,
    logFile,
    start: async () => {
      const kept = await startKept({ ...program, logFile });
      const isReady = async () => (await fetch(url + readyPath, { signal: AbortSignal.timeout(10_000) })).ok;
      if (await waitUntil(isReady, kept.ended, START_TIMEOUT_MILLISECONDS))
        return runningServer(url, port, kept);
      const { lastOutput } = await kept.stop();
      throw new Error(
        `${name} does not start: ${lastOutput || 'it does not answer'} (its log is ${logFile})`,
      );
    },
  };
}
