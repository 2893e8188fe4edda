import { noOptions, runCommand } from '@clickstream/command-line';
import { stageFrom } from '../config';
import { headOf } from './differences/git';
import { WORKSPACE } from './run-program';
import { verifyStage } from './verify/verify';

const HELP = `Checks that a deployment works: software on the machines, an event from the API to the warehouse, alarms that somebody hears, the storefront's build.

Usage: npm run deploy:verify

npm run deploy ends with it. It sends one event as a robot, which no report counts, and runs the ETL once. STAGE selects the stage.
Needs the AWS CLI and the rights to deploy.
Exit codes: 0 all works, 1 something does not, 2 wrong usage
`;

void runCommand({
  call: 'npm run deploy:verify --',
  help: HELP,
  failure: 'Not verified',
  read: noOptions,
  run: async () => ((await verifyStage(stageFrom(process.env), headOf(WORKSPACE))) ? 0 : 1),
});
