import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { parseArgs } from 'node:util';

const HELP = `Prints the value of one parameter of AWS Systems Manager Parameter Store, decrypted.

Usage: node read-parameter.cjs [--percent-encoded] NAME

  --percent-encoded   as it stands in a postgres:// address

The SDK finds region and credentials in the environment, or on EC2 in the instance's own role.
Exit codes: 0 printed, 1 it cannot be read, 2 wrong usage
`;

/** @returns the exit code */
async function main(args: string[]): Promise<number> {
  let values, positionals;
  try {
    ({ values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { help: { type: 'boolean' }, 'percent-encoded': { type: 'boolean' } },
    }));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)} See --help.`);
    return 2;
  }
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const [name, ...others] = positionals;
  if (name === undefined || others.length > 0) {
    console.error('Give the name of one parameter. See --help.');
    return 2;
  }
  try {
    const value = await readParameter(name);
    process.stdout.write(`${values['percent-encoded'] ? encodeURIComponent(value) : value}\n`);
    return 0;
  } catch (error) {
    console.error(`The parameter ${name} cannot be read: ${messageOf(error)}`);
    return 1;
  }
}

async function readParameter(name: string): Promise<string> {
  const client = new SSMClient({ maxAttempts: 5 });
  const { Parameter } = await client.send(new GetParameterCommand({ Name: name, WithDecryption: true }));
  if (!Parameter?.Value) throw new Error('it is empty.');
  return Parameter.Value;
}

/** AWS names its errors better than it describes them. */
function messageOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
