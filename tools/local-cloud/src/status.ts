import { existsSync } from 'node:fs';
import { complain, readOptions } from './command-line';
import { readConfig, stateFiles } from './config';
import { ProcessRecords } from './supervisor/process-records';
import { stateHolder } from './supervisor/state-lock';

const HELP = `Usage: npm run status

Tells whether the local cloud runs, and which parts of it. The exit code is 0 when it is ready, 1 otherwise.

Environment:
  LOCAL_STATE_DIR   the state folder (.local)
`;

function status(): void {
  if (!readOptions(HELP)) return;
  const { stateFolder } = readConfig(process.env);
  const files = stateFiles(stateFolder);
  const holder = stateHolder(stateFolder);
  const isReady = holder !== undefined && existsSync(files.env);
  const summary = holder === undefined ? 'does not run' : isReady ? 'is ready' : 'is starting';
  process.stdout.write(`The local cloud of ${stateFolder} ${summary}.\n`);
  const parts = new Set(new ProcessRecords(files.processes).survivors().map(({ part }) => part));
  for (const part of parts) {
    process.stdout.write(
      `  ${part} runs${holder === undefined ? ', left by a start that was killed' : ''}\n`,
    );
  }
  if (!isReady) process.exitCode = 1;
}

try {
  status();
} catch (error) {
  complain(error);
}
