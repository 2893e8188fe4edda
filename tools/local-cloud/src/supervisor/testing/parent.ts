import { join } from 'node:path';
import { runningServer, startKept } from '@clickstream/local-servers';
import { ProcessRecords } from '../process-records';
import { Supervisor } from '../supervisor';

/**
 * A supervisor to be killed by a test: it has one sleeping service, and prints the processes of
 * that service.
 */
async function beParent(folder: string): Promise<void> {
  const logFile = join(folder, 'sleeper.log');
  const supervisor = new Supervisor({
    records: new ProcessRecords(join(folder, 'processes.json')),
    say: () => undefined,
  });
  const server = await supervisor.start({
    name: 'sleeper',
    logFile,
    start: async () => runningServer('', 0, await startKept({ command: 'sleep', args: ['600'], logFile })),
  });
  process.stdout.write(
    `${JSON.stringify({ pid: server.process.pid, keeperPid: server.process.keeperPid })}\n`,
  );
  setTimeout(() => undefined, 600_000);
}

void beParent(process.argv[2] ?? '');
