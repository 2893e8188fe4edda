import { startKept } from '../start-kept';

/** A parent to be killed by a test: keeps `sleep`, prints its processes, and waits. */
async function beParent(folder: string): Promise<void> {
  const { pid, keeperPid } = await startKept({
    command: 'sleep',
    args: ['600'],
    logFile: `${folder}/sleep.log`,
    removeFolders: [folder],
  });
  process.stdout.write(JSON.stringify({ pid, keeperPid }) + '\n');
  setTimeout(() => undefined, 600_000);
}

void beParent(process.argv[2] ?? '');
