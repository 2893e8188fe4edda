import {
  GetParameterCommand,
  ParameterNotFound,
  PutParameterCommand,
  SSMClient,
  type PutParameterCommandInput,
} from '@aws-sdk/client-ssm';

/** A value of Parameter Store, undecrypted; undefined when the parameter does not exist. */
export async function readParameter(client: SSMClient, name: string): Promise<string | undefined> {
  try {
    const { Parameter } = await client.send(new GetParameterCommand({ Name: name }));
    return Parameter?.Value;
  } catch (error) {
    if (error instanceof ParameterNotFound) return undefined;
    throw error;
  }
}

/** Writes a value into Parameter Store. */
export async function writeParameter(client: SSMClient, parameter: PutParameterCommandInput): Promise<void> {
  await client.send(new PutParameterCommand(parameter));
}

/**
 * A client for the region of the stage. Credentials and `AWS_ENDPOINT_URL`
 * come from the environment.
 */
export function parameterStore(region: string): SSMClient {
  return new SSMClient({ region });
}
