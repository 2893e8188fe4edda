import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { json } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';

const TYPESCRIPT = resolve(import.meta.dirname, '../../../../workspace/typescript.mjs');
/** The port is free in every machine: its network is its own. */
const PORT = 4599;

/** Environment that sends programs in the machine to this Parameter Store instead of AWS. */
export const PARAMETER_STORE_ENV = {
  AWS_ENDPOINT_URL_SSM: `http://127.0.0.1:${PORT}`,
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
} as const;

/** A running substitute for Parameter Store. */
export interface ParameterStore {
  /** May be called again. */
  stop(): Promise<void>;
}

/**
 * Starts a server in the network of a machine that answers `GetParameter` as AWS does,
 * for decrypted values only.
 *
 * @param pid process 1 of the machine
 * @param parameters name → value
 */
export async function startParameterStore(
  pid: number,
  parameters: Readonly<Record<string, string>>,
): Promise<ParameterStore> {
  const program = [process.execPath, '--import', TYPESCRIPT, fileURLToPath(import.meta.url)];
  const child = spawn(
    'setpriv',
    ['--pdeathsig', 'KILL', '--', 'nsenter', '--target', String(pid), '--net', '--', ...program],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  child.stdin.end(JSON.stringify(parameters));
  await Promise.race([
    once(child.stdout, 'data'),
    sleep(30_000).then(() => Promise.reject(new Error('the substitute for Parameter Store does not start'))),
  ]);
  const ended = once(child, 'close');
  return {
    stop: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

interface GetParameter {
  readonly Name: string;
  readonly WithDecryption?: boolean;
}

async function serve(): Promise<void> {
  const parameters = (await json(process.stdin)) as Record<string, string>;
  const server = createServer((request, response) => {
    void json(request).then((body) => {
      const { Name, WithDecryption } = body as GetParameter;
      const Value = parameters[Name];
      const wanted = request.headers['x-amz-target'] === 'AmazonSSM.GetParameter' && WithDecryption;
      response.setHeader('content-type', 'application/x-amz-json-1.1');
      response.statusCode = wanted && Value !== undefined ? 200 : 400;
      response.end(
        JSON.stringify(
          response.statusCode === 200
            ? { Parameter: { Name, Type: 'SecureString', Value, Version: 1 } }
            : { __type: 'ParameterNotFound', message: `no parameter ${Name}` },
        ),
      );
    });
  });
  server.listen(PORT, '127.0.0.1', () => process.stdout.write('ready\n'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await serve();
