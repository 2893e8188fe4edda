import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { aRawBucket } from './testing/raw-bucket';

const run = promisify(execFile);
const args = [
  '--import',
  join(import.meta.dirname, '../../../tools/workspace/typescript.mjs'),
  join(import.meta.dirname, 'run-locally.ts'),
];

it('describes its settings with --help', async () => {
  const { stdout } = await run(process.execPath, [...args, '--help'], { timeout: 60_000 });
  expect(stdout).toContain('--port');
  expect(stdout).toContain('RAW_BUCKET');
});

it('serves POST /clickstream and the routes of other trackers, and nothing else', async () => {
  const bucket = await aRawBucket();
  const server = spawn(process.execPath, [...args, '--port', '0'], {
    env: { ...process.env, ...bucket.env },
  });
  try {
    const [ready] = await once(createInterface({ input: server.stdout }), 'line');
    const url = String(ready).split(' ').at(-1) ?? '';
    const post = await fetch(url, { method: 'POST', body: '{"eventName":"page_view"}' });
    const get = await fetch(url);

    expect([post.status, await post.json()]).toEqual([202, { accepted: 1, rejected: [] }]);
    expect(get.status).toBe(404);
    const pixel = await fetch(new URL('/i?e=pv&eid=e-1', url));
    expect([pixel.status, (await pixel.text()).slice(0, 6)]).toEqual([200, 'GIF89a']);
    expect(await bucket.objects('events/')).toHaveLength(2);
  } finally {
    server.kill();
    await once(server, 'exit');
  }
});

it('prints one line with the missing variables', async () => {
  const env = { PATH: process.env['PATH'], LOCAL_STATE_DIR: '/nonexistent' };
  await expect(run(process.execPath, args, { env, timeout: 60_000 })).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^[^\n]*RAW_BUCKET, AWS_REGION[^\n]*\n$/),
  });
});
