import { parseArgs } from 'node:util';
import { stageFrom } from '../config';
import { parameterStore } from './parameter-store';
import { reasonOf, runProgram } from './run-program';
import { storedPackages } from './stored-packages';

const HELP = `Builds the OS bundle of the warehouse, unless the account has it.

Usage: npx nx os-bundle infra [-- options]

  --unless-stored   do nothing when the account of the stage (STAGE) has these packages
  --refresh         take the newest packages, and write them into os-packages.lock
  --frozen          fail when Debian no longer has what os-packages.lock names
  --help

Without an account, use npx nx os-bundle machine-setup.
Exit codes: 0 built or unchanged, 1 not built, 2 wrong usage
`;

/** @returns the exit code */
async function main(args: string[]): Promise<number> {
  let values;
  try {
    const flag = { type: 'boolean' } as const;
    const options = { help: flag, refresh: flag, frozen: flag, 'unless-stored': flag };
    ({ values } = parseArgs({ args, options }));
  } catch (error) {
    console.error(`${reasonOf(error)} See --help.`);
    return 2;
  }
  if (values.help) {
    console.log(HELP);
    return 0;
  }
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

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(`Could not build the OS bundle: ${reasonOf(error)}`);
  return 1;
});
