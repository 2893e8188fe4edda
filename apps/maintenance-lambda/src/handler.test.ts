import { newEventId } from '@clickstream/event-schema';
import { aPageView } from '@clickstream/event-schema/testing';
import {
  etlEnvironment,
  everythingIn,
  ledgerDifferences,
  received,
} from '@clickstream/warehouse-load/testing';
import { RUN_LOCK } from '@clickstream/warehouse-load/warehouse';
import type { EraseAnswer, EraseRequest } from '@clickstream/warehouse-maintenance';
import {
  anErasureWorld,
  idsOf,
  rawEvent,
  textsOf,
  VICTIM,
  type ErasureWorld,
} from '@clickstream/warehouse-maintenance/testing';
import type { handler as Handler } from './handler';

const ENVIRONMENT = { ...process.env };
const output: string[] = [];
let world: ErasureWorld;
let handler: typeof Handler;

beforeAll(async () => {
  world = await anErasureWorld();
  Object.assign(process.env, etlEnvironment(world.bucket.name, ''), {
    DW_ADMIN_URL: world.warehouse.adminUrl,
  });
  ({ handler } = await import('./handler'));
});
beforeEach(() => {
  output.length = 0;
  jest.spyOn(process.stdout, 'write').mockImplementation((line) => {
    output.push(String(line));
    return true;
  });
});
afterEach(() => jest.restoreAllMocks());
afterAll(async () => {
  process.env = ENVIRONMENT;
  await world.close();
});

const minutesLeft = (minutes: number) => ({ getRemainingTimeInMillis: () => minutes * 60_000 });
const ERASE: EraseRequest = { operation: 'erase', subject: { kind: 'user', id: VICTIM } };
const event = (user: string) => rawEvent({ hour: 1, user, client: user, name: 'page_view' });

it('erases a person in as many invocations as it takes, and leaves a receipt without the id', async () => {
  for (const hour of ['00', '01'])
    await world.bucket.putEvents(`events/2026/11/03/${hour}/a.gz`, [event('user-of-another'), event(VICTIM)]);
  await world.load();

  // With less than eight minutes left, an invocation reads one object and answers.
  const answers: EraseAnswer[] = [];
  let request = ERASE;
  do {
    answers.push((await handler(request, minutesLeft(7))) as EraseAnswer);
    const last = answers.at(-1);
    if (last?.more) request = { ...ERASE, next: last.next };
  } while (answers.at(-1)?.more);

  expect(answers.map(({ more }) => more)).toEqual([true, true, false]);
  const last = answers.at(-1) as Extract<EraseAnswer, { more: false }>;
  expect(last.receipt).toMatchObject({
    bucket: { objectsRead: 2, linesErased: 2 },
    warehouse: { events: 2 },
    factsLeft: false,
    failed: [],
  });
  const texts = await textsOf(world.raw);
  expect(JSON.parse(texts[last.receiptKey] ?? '')).toEqual(last.receipt);
  expect(last.receiptKey).toMatch(/^receipts\/erasures\/[\dT.Z-]+-user-[0-9a-f]{12}\.json$/);
  expect(await idsOf(world.warehouse)).toHaveLength(2);
  for (const place of [...Object.entries(texts).flat(), await everythingIn(world.warehouse), ...output])
    expect(place).not.toContain(VICTIM);
  expect(await ledgerDifferences(world.warehouse)).toEqual([]);
});

it('leaves the facts to npm run rebuild where they are too many for one invocation', async () => {
  await world.bucket.putEvents('events/2026/11/03/02/a.gz', [event(VICTIM)]);
  await world.load();
  const facts = 'UPDATE activity_hourly SET events = events';
  await world.warehouse.query('admin', `${facts} + 10000000 WHERE event_name = 'page_view'`);
  expect(await handler(ERASE, minutesLeft(15))).toMatchObject({
    receipt: { factsLeft: true, warehouse: { events: 1 } },
  });
  expect(await world.warehouse.query('shiny', 'SELECT version FROM facts_state')).toEqual([{ version: 0 }]);
  await world.warehouse.query('admin', `${facts} - 10000000 WHERE event_name = 'page_view'`);
  // The next load computes them.
  await world.load();
  expect(await everythingIn(world.warehouse)).not.toContain(VICTIM);
});

it('drops what is older than the months to keep, or only counts it', async () => {
  const time = '2024-05-15T09:20:00.000Z';
  const page = aPageView({ eventTimestamp: time, eventId: newEventId(Date.parse(time)) });
  const old = received(page, { receivedAt: time });
  await world.bucket.putEvents('events/2024/05/15/09/a.gz', [old]);
  await world.load();
  const retain = { operation: 'retain', months: 12 } as const;
  const dropped = expect.objectContaining({ events: 1, objects: 1 }) as object;
  expect(await handler({ ...retain, isDryRun: true }, minutesLeft(15))).toMatchObject({ dropped });
  expect(await handler(retain, minutesLeft(15))).toMatchObject({ more: false, dropped });
  expect(await handler(retain, minutesLeft(15))).toMatchObject({ dropped: { events: 0 } });
});

it('replays what the code can read now', async () => {
  await world.bucket.putEvents('events/2026/11/03/03/a.gz', ['{"broken']);
  await world.load();
  await world.warehouse.query('admin', 'UPDATE etl_quarantine SET raw = $1', [
    JSON.stringify(event('another')),
  ]);
  const before = await idsOf(world.warehouse);
  expect(await handler({ operation: 'replay', filter: {} }, minutesLeft(15))).toEqual({
    operation: 'replay',
    more: false,
    counts: { loaded: 1, duplicates: 0, dropped: 0, left: 0 },
  });
  expect(await idsOf(world.warehouse)).toHaveLength(before.length + 1);
});

it('asks for another call when a load is at work until its time is up', async () => {
  await world.admin.query('SELECT pg_advisory_lock($1)', [RUN_LOCK]);
  expect(await handler(ERASE, minutesLeft(7))).toEqual({ operation: 'erase', more: true, isWaiting: true });
  await world.admin.query('SELECT pg_advisory_unlock($1)', [RUN_LOCK]);
});

it.each([
  [{}, 'The operation is undefined. Use erase, retain or replay'],
  [{ operation: 'erase', subject: { kind: 'user', id: ' ' } }, 'erase needs a subject'],
  [{ operation: 'retain', months: 0 }, 'The months to keep are 0'],
  [{ operation: 'replay' }, 'replay needs "filter"'],
])('refuses %j, and does nothing', async (request, message) => {
  await expect(handler(request, minutesLeft(15))).rejects.toThrow(message);
});
