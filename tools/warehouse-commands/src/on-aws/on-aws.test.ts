import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { outcomeOf, startCommand } from '@clickstream/warehouse-load/testing';

/** The requests that the function got, and what it answers to each in turn. */
const asked: object[] = [];
let answers: object[];
let server: Server;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    asked.push({ path: request.url, ...(JSON.parse(await text(request)) as object) });
    const answer = answers.shift() ?? { errorMessage: 'asked too often' };
    if ('errorMessage' in answer) response.setHeader('x-amz-function-error', 'Unhandled');
    response.end(JSON.stringify(answer));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});
beforeEach(() => (asked.length = 0));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const run = (command: string, args: readonly string[]) =>
  outcomeOf(
    startCommand(
      `tools/warehouse-commands/src/${command}.ts`,
      {
        AWS_ENDPOINT_URL_LAMBDA: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        AWS_REGION: 'ap-southeast-1',
        AWS_ACCESS_KEY_ID: 'test',
        AWS_SECRET_ACCESS_KEY: 'test',
        MAINTENANCE_FUNCTION: 'maintenance-staging',
      },
      [...args, '--on-aws'],
    ),
  );
const path = '/2015-03-31/functions/maintenance-staging/invocations';

const RECEIPT = {
  subject: { kind: 'user', sha256: '0123456789abcdef' },
  seconds: 2,
  bucket: { objectsListed: 9, objectsRead: 4, objectsRewritten: 1, linesErased: 3, oldVersionsDeleted: 0 },
  warehouse: { events: 3, duplicates: 0, quarantined: 0, identityAudit: 0 },
  history: { days: [], events: 0, factFiles: 0, oldVersionsDeleted: 0 },
  lake: { days: [], facts: 0, oldVersionsDeleted: 0 },
  factsLeft: false,
  mentionedByOthers: 0,
  notRead: { objects: 0, named: [] },
  failed: [],
};

it('calls the function until all is erased, each time with what the answer before says', async () => {
  const next = { until: 'events/b', again: [] };
  answers = [
    { operation: 'erase', more: true, isWaiting: true },
    { operation: 'erase', more: true, next },
    { operation: 'erase', more: false, receipt: RECEIPT, receiptKey: 'receipts/erasures/1.json' },
  ];
  const { code, output, errors } = await run('erase', ['--user', 'u-1']);
  expect(output).toMatch(/^Erased user sha256:0123456789ab…: 3 events of the warehouse, .*\.\n$/);
  expect(errors).toContain('The receipt is receipts/erasures/1.json in the bucket of raw objects.');
  expect(code).toBe(0);
  const erase = { path, operation: 'erase', subject: { kind: 'user', id: 'u-1' }, everywhere: false };
  expect(asked).toEqual([erase, erase, { ...erase, next }]);
});

it('names the next step when the facts were too many', async () => {
  const receipt = { ...RECEIPT, factsLeft: true };
  answers = [{ operation: 'erase', more: false, receipt, receiptKey: 'k' }];
  const { code, output } = await run('erase', ['--client', 'b-1']);
  expect(code).toBe(4);
  expect(output).toContain('the facts still count them: npm run rebuild computes them again');
});

it('adds up what several calls have replayed', async () => {
  const counts = { loaded: 1, duplicates: 2, dropped: 0, left: 3 };
  const next = { rejectedAfter: 'rejected/a' };
  answers = [
    { operation: 'replay', more: true, counts, next },
    { operation: 'replay', more: false, counts },
  ];
  expect(await run('replay', ['--reason', 'not_json'])).toMatchObject({
    code: 0,
    output: expect.stringMatching(/^Replayed 6 of 12 .*: 2 loaded, 4 duplicates; 6 cannot be read yet\.\n$/),
  });
  const replay = { path, operation: 'replay', filter: { reason: 'not_json' }, isDryRun: false };
  expect(asked).toEqual([replay, { ...replay, next }]);
});

it('says why the function failed', async () => {
  answers = [{ errorMessage: 'The warehouse cannot be reached: timeout' }];
  expect(await run('retention', ['--months', '13'])).toMatchObject({
    code: 1,
    errors: 'The retention stopped: The warehouse cannot be reached: timeout\n',
  });
  expect(asked).toEqual([{ path, operation: 'retain', months: 13, lakeMonths: 36, isDryRun: false }]);
});
