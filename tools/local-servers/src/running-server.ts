import type { KeptProcess, ProcessEnd } from './kept-process/start-kept';

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  readonly process: KeptProcess;
  /** Resolves when the server ends, for whatever reason. */
  readonly ended: Promise<ProcessEnd>;
  /** Stops it and waits until it has stopped. */
  stop(): Promise<void>;
}

export function runningServer(url: string, port: number, process: KeptProcess): RunningServer {
  return {
    url,
    port,
    process,
    ended: process.ended,
    stop: async () => {
      await process.stop();
    },
  };
}
