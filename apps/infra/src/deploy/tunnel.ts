import { FLAG, readOptions, runCommand, TEXT, UsageError } from '@clickstream/command-line';
import { stageFrom } from '../config';
import { parameterFolder } from '../parameters';
import { parameterStore, readParameter } from './parameter-store';
import { runProgram } from './run-program';
import { DASHBOARD_PORT, tunnelCommand } from './tunnel-command';

const HELP = `Opens the dashboard of the warehouse on this machine, by SSM port forwarding.

Usage: npm run dashboard:tunnel [-- --port 3838] [--print]

  --port N    port on this machine
  --print     only print the command
  --help

Needs the AWS CLI with its Session Manager plugin, and the right ssm:StartSession on the instance. Ctrl-C closes it.
Exit codes: 0 closed, 1 not opened, 2 wrong usage
`;

interface Options {
  readonly port: number;
  readonly isPrinted: boolean;
}

function tunnelOptions(args: string[]): Options | 'help' {
  const { help, port = DASHBOARD_PORT, print = false } = readOptions(args, { port: TEXT, print: FLAG });
  if (help) return 'help';
  const number = Number(port);
  if (!Number.isInteger(number) || number < 1 || number > 65_535)
    throw new UsageError('--port must be a whole number from 1 to 65535.');
  return { port: number, isPrinted: print };
}

/** @returns the exit code */
async function openTunnel({ port, isPrinted }: Options): Promise<number> {
  const stage = stageFrom(process.env);
  const name = `${parameterFolder(stage)}/warehouse/instance`;
  const instance = await readParameter(parameterStore(stage.region), name);
  if (!instance) {
    console.error(`${name} is not in Parameter Store: deploy the stack Warehouse first.`);
    return 1;
  }
  const command = tunnelCommand(instance, stage.region, port);
  console.log(`aws ${command.join(' ')}`);
  if (isPrinted) return 0;
  console.log(`The dashboard is at http://127.0.0.1:${port}/sbw_dashboard while this runs.`);
  return runProgram('aws', command);
}

void runCommand({
  call: 'npm run dashboard:tunnel --',
  help: HELP,
  failure: 'No tunnel',
  read: tunnelOptions,
  run: openTunnel,
});
