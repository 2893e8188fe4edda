import { existsSync, readdirSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { FLAG, optionReader, runCommand } from '@clickstream/command-line';
import { readConfig, stateFiles } from './config';
import { endSurvivors } from './supervisor/end-survivors';
import { ProcessRecords } from './supervisor/process-records';
import { stateHolder } from './supervisor/state-lock';

const HELP = `Usage: npm run reset [-- --yes]

Removes everything that the local cloud keeps: both databases, all raw events, all accounts, all logs.

Options:
  --yes   do not ask

Environment:
  LOCAL_STATE_DIR   the folder to remove (.local)
`;

/**
 * Files that mark a state folder of the local cloud, so that a mistyped
 * LOCAL_STATE_DIR deletes nothing else.
 */
function isStateFolder(folder: string): boolean {
  const { secrets, processes, env } = stateFiles(folder);
  return readdirSync(folder).length === 0 || [secrets, processes, env].some((file) => existsSync(file));
}

async function confirmed(question: string): Promise<boolean> {
  if (!process.stdin.isTTY)
    throw new Error('There is no terminal to ask for confirmation: add --yes to remove it.');
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(question);
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}

/** @returns one line that says what was done */
async function reset(isConfirmed: boolean): Promise<string> {
  const { stateFolder } = readConfig(process.env);
  if (!existsSync(stateFolder)) return `Nothing to remove: ${stateFolder} does not exist`;
  const holder = stateHolder(stateFolder);
  if (holder !== undefined)
    throw new Error(`The local cloud runs (process ${holder}): stop it first with Ctrl-C.`);
  if (!isStateFolder(stateFolder)) {
    throw new Error(`${stateFolder} was not made by the local cloud: check LOCAL_STATE_DIR.`);
  }
  if (!isConfirmed && !(await confirmed(`Remove ${stateFolder} with all its data? [y/N] `))) {
    return 'Nothing was removed.';
  }
  await endSurvivors(new ProcessRecords(stateFiles(stateFolder).processes));
  rmSync(stateFolder, { recursive: true, force: true, maxRetries: 5 });
  return `Removed ${stateFolder}`;
}

void runCommand({
  call: 'npm run reset --',
  help: HELP,
  read: optionReader({ yes: FLAG }),
  async run({ yes = false }) {
    console.log(await reset(yes));
    return 0;
  },
});
