import { parseArgs } from 'node:util';
import { stageFrom } from '../config';
import { parameterFolder } from '../parameters';
import { parameterStore, readParameter } from './parameter-store';
import { reasonOf, runProgram } from './run-program';
import { DASHBOARD_PORT, tunnelCommand } from './tunnel-command';

const HELP = `Opens the dashboard of the warehouse on this machine, by SSM port forwarding.

Usage: npm run dashboard:tunnel [-- --port 3838] [--print]

  --port N    port on this machine
  --print     only say which command it is
  --help

Needs the AWS CLI with its Session Manager plugin, and the right ssm:StartSession on the instance. Ctrl-C closes it.
Exit codes: 0 closed, 1 it could not be opened, 2 wrong usage
`;

/** @returns the exit code */
async function main(args: string[]): Promise<number> {
  let port = DASHBOARD_PORT;
  let printOnly = false;
  try {
    const { values } = parseArgs({
      args,
      options: { help: { type: 'boolean' }, port: { type: 'string' }, print: { type: 'boolean' } },
    });
    if (values.help) {
      console.log(HELP);
      return 0;
    }
    printOnly = values.print ?? false;
    port = Number(values.port ?? DASHBOARD_PORT);
    if (!Number.isInteger(port) || port < 1 || port > 65_535)
      throw new Error('--port must be a whole number from 1 to 65535.');
  } catch (error) {
    console.error(`${reasonOf(error)} See --help.`);
    return 2;
  }
  const stage = stageFrom(process.env);
  const name = `${parameterFolder(stage)}/warehouse/instance`;
  const instance = await readParameter(parameterStore(stage.region), name);
  if (!instance) {
    console.error(`${name} is not in Parameter Store: deploy the stack Warehouse first.`);
    return 1;
  }
  const command = tunnelCommand(instance, stage.region, port);
  console.log(`aws ${command.join(' ')}`);
  if (printOnly) return 0;
  console.log(`The dashboard is at http://127.0.0.1:${port}/sbw_dashboard while this runs.`);
  return runProgram('aws', command);
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(`No tunnel: ${reasonOf(error)}`);
  return 1;
});
