import { build } from 'esbuild';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json, text } from 'node:stream/consumers';

const VALUE = 'a b+/%é';

let folder: string;
let store: Server;
const asked: { target: unknown; body: unknown }[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'read-parameter-'));
  const entry = join(import.meta.dirname, 'read-parameter.ts');
  const outfile = join(folder, 'read-parameter.cjs');
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
  });
  store = createServer((request, response) => {
    void json(request).then((body) => {
      asked.push({ target: request.headers['x-amz-target'], body });
      const known = (body as { Name: string }).Name === '/dw/etl_writer';
      response.writeHead(known ? 200 : 400, { 'content-type': 'application/x-amz-json-1.1' });
      response.end(JSON.stringify(known ? { Parameter: { Value: VALUE } } : { __type: 'ParameterNotFound' }));
    });
  });
  await new Promise<void>((resolve) => store.listen(0, '127.0.0.1', resolve));
});

afterAll(async () => {
  await new Promise((resolve) => store.close(resolve));
  rmSync(folder, { recursive: true });
});

/** Runs the bundled tool in a folder that contains nothing else. */
async function readParameter(...args: string[]) {
  const tool = spawn(process.execPath, ['read-parameter.cjs', ...args], {
    cwd: folder,
    env: {
      AWS_REGION: 'ap-southeast-1',
      AWS_ENDPOINT_URL_SSM: `http://127.0.0.1:${(store.address() as AddressInfo).port}`,
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    },
    timeout: 60_000,
  });
  const [output, errors, code] = await Promise.all([
    text(tool.stdout),
    text(tool.stderr),
    new Promise((resolve) => tool.once('close', resolve)),
  ]);
  return { output, errors, code };
}

it('prints the decrypted value', async () => {
  expect(await readParameter('/dw/etl_writer')).toEqual({ output: `${VALUE}\n`, errors: '', code: 0 });
  expect(asked.at(-1)).toEqual({
    target: 'AmazonSSM.GetParameter',
    body: { Name: '/dw/etl_writer', WithDecryption: true },
  });
});

it('prints it percent-encoded for an address', async () => {
  const { output } = await readParameter('--percent-encoded', '/dw/etl_writer');
  expect(decodeURIComponent(output.trim())).toBe(VALUE);
  expect(output).toMatch(/^[\w%.-]+\n$/);
});

it('names in one line what cannot be read', async () => {
  const { output, errors, code } = await readParameter('/dw/nobody');
  expect({ output, code }).toEqual({ output: '', code: 1 });
  expect(errors).toMatch(/^The parameter \/dw\/nobody cannot be read: ParameterNotFound.*\n$/);
});

it('wants the name of one parameter', async () => {
  expect(await readParameter()).toMatchObject({ code: 2 });
  expect(await readParameter('--secret')).toMatchObject({ code: 2 });
});
