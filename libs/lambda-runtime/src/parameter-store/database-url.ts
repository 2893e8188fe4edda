import { GetParametersCommand, SSMClient } from '@aws-sdk/client-ssm';

/** A database whose address and password are in Parameter Store. */
export interface ParametersOfDatabase {
  /**
   * Folder of the parameters: `<folder>/host` is the address,
   * `<folder>/<role>` the password of a role.
   */
  readonly folder: string;
  readonly role: string;
  readonly database: string;
}

/** A region that does not answer must not use up the time of the run. */
const MILLISECONDS = 10_000;

/**
 * The postgres:// address of a database, with the current password of its role. TLS is on, without
 * a check of the name, since the server's certificate is self-signed.
 *
 * The SDK reads region, credentials and `AWS_ENDPOINT_URL_SSM` from the environment.
 *
 * @throws Error that names the missing parameters
 */
export async function databaseUrl({ folder, role, database }: ParametersOfDatabase): Promise<string> {
  const names = { host: `${folder}/host`, password: `${folder}/${role}` };
  const client = new SSMClient({});
  try {
    const { Parameters: found = [] } = await client.send(
      new GetParametersCommand({ Names: Object.values(names), WithDecryption: true }),
      { abortSignal: AbortSignal.timeout(MILLISECONDS) },
    );
    const value = (name: string) => found.find((parameter) => parameter.Name === name)?.Value;
    const missing = Object.values(names).filter((name) => !value(name));
    if (missing.length > 0) throw new Error(`Parameter Store has no ${missing.join(' and no ')}.`);
    const url = new URL(`postgres://${value(names.host)}:5432/${database}?sslmode=no-verify`);
    url.username = role;
    url.password = encodeURIComponent(value(names.password) ?? '');
    return url.href;
  } finally {
    client.destroy();
  }
}
