import { FLAG, optionReader, runCommand } from '@clickstream/command-line';
import { stageFrom } from '../config';
import { parameterStore } from './parameter-store';
import { runProgram } from './run-program';
import { storedPackages } from './stored-packages';

const HELP = `Builds the OS bundle of the warehouse, unless the account already has it.

Usage: npx nx os-bundle infra [-- options]

  --unless-stored   do nothing when the account of the stage (STAGE) has these packages
  --refresh         use the newest packages, and write them into the lock file
  --frozen          fail when Debian no longer has what the lock file names
  --help

Without an account, use npx nx os-bundle machine-setup.
Exit codes: 0 built or unchanged, 1 not built, 2 wrong usage
`;

const OPTIONS = { refresh: FLAG, frozen: FLAG, 'unless-stored': FLAG };
type Options = Readonly<Partial<Record<keyof typeof OPTIONS, boolean>>>;

/** @returns the exit code */
async function buildUnlessStored(values: Options): Promise<number> {
  if (values['unless-stored'] && (await areStored())) {
    console.log('The account has these packages.');
    return 0;
  }
  const forwarded = (['refresh', 'frozen'] as const).filter((name) => values[name]);
  return runProgram('npx', [
    ...['nx', 'os-bundle', 'machine-setup'],
    ...(forwarded.length === 0 ? [] : ['--', ...forwarded.map((name) => `--${name}`)]),
  ]);
}

async function areStored(): Promise<boolean> {
  const stage = stageFrom(process.env);
  return (await storedPackages(stage, parameterStore(stage.region)))?.areThere ?? false;
}

void runCommand({
  help: HELP,
  failure: 'Could not build the OS bundle',
  read: optionReader(OPTIONS),
  run: buildUnlessStored,
});
