import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { callLambda } from './lambda';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bundle-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Calls a bundle of this code. */
function call(code: string) {
  const bundle = join(folder, 'handler.cjs');
  writeFileSync(bundle, code);
  return callLambda({ bundle, environment: { RAW_BUCKET: 'raw' }, event: { eventId: '1' } });
}

it('calls the handler with its environment, and does not take its log for the answer', async () => {
  const code = `console.log('a line');
    exports.handler = async (event, context) =>
      ({ event, bucket: process.env.RAW_BUCKET, left: context.getRemainingTimeInMillis() > 0 });`;
  expect(await call(code)).toEqual({ event: { eventId: '1' }, bucket: 'raw', left: true });
});

it('shows the log of a handler that fails', async () => {
  const code = `exports.handler = async () => { console.log('its log'); throw new Error('no bucket'); };`;
  await expect(call(code)).rejects.toThrow(/its log[\s\S]*no bucket/);
});
