import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { FLAG, messageOf, readArguments, runCommand, UsageError } from '@clickstream/command-line';

const HELP = `Prints the value of one parameter of AWS Systems Manager Parameter Store, decrypted.

Usage: node read-parameter.cjs [--percent-encoded] NAME

  --percent-encoded   as in a postgres:// URL

The SDK finds region and credentials in the environment, or on EC2 in the instance's own role.
Exit codes: 0 printed, 1 it cannot be read, 2 wrong usage
`;

interface Question {
  readonly name: string;
  readonly isPercentEncoded: boolean;
}

function readQuestion(args: string[]): Question | 'help' {
  const { values, positionals } = readArguments(args, { 'percent-encoded': FLAG });
  if (values.help) return 'help';
  const [name, ...others] = positionals;
  if (name === undefined || others.length > 0) throw new UsageError('Give the name of one parameter.');
  return { name, isPercentEncoded: values['percent-encoded'] ?? false };
}

/** @returns the exit code */
async function printParameter({ name, isPercentEncoded }: Question): Promise<number> {
  const value = await readParameter(name).catch((error: unknown) => {
    throw new Error(`The parameter ${name} cannot be read: ${nameAndMessageOf(error)}`);
  });
  process.stdout.write(`${isPercentEncoded ? encodeURIComponent(value) : value}\n`);
  return 0;
}

async function readParameter(name: string): Promise<string> {
  const client = new SSMClient({ maxAttempts: 5 });
  const { Parameter } = await client.send(new GetParameterCommand({ Name: name, WithDecryption: true }));
  if (!Parameter?.Value) throw new Error('it is empty.');
  return Parameter.Value;
}

/** AWS names its errors better than it describes them. */
function nameAndMessageOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : messageOf(error);
}

void runCommand({ help: HELP, read: readQuestion, run: printParameter });
