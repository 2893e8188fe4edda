import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { messageOf } from '@clickstream/command-line';
import type { Finding } from '../finding';
import type { Account } from './account';

/** Runs of the ETL that may have to end before the one that loads the event. */
const RUNS = 40;

interface Run {
  readonly more: boolean;
  readonly isStored?: boolean;
}

/**
 * Sends one event on its whole way: API, bucket, ETL, warehouse, where the ETL looks for its id:
 * the private network lets nobody else in. The sender calls itself a robot, so that no report
 * counts the event.
 */
export async function verifyCollection(account: Account): Promise<Finding[]> {
  const endpoint = await account.published('ingest/endpoint');
  if (!endpoint)
    return [{ what: 'API', problem: 'ingest/endpoint is not published. Deploy the stack Ingest.' }];
  const eventId = newEventId();
  const status = await statusOf(account, endpoint, eventId);
  if (status !== 202)
    return [
      {
        what: 'API',
        problem: `${endpoint} answered ${status} instead of 202. Read the log of clickstream-lambda-ingest.`,
      },
    ];
  return [{ what: 'API' }, await verifyLoad(account, eventId)];
}

/** A UUIDv7: its time chooses the partition of the event. */
function newEventId(): string {
  const time = Date.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}

async function statusOf(account: Account, endpoint: string, eventId: string): Promise<number | string> {
  const page = { eventName: 'page_view', pageUrl: 'https://deploy-verify.invalid/' };
  const event = { eventId, ...page, clientId: randomUUID() };
  try {
    return await account.post(endpoint, { events: [event] });
  } catch (error) {
    return messageOf(error);
  }
}

async function verifyLoad(account: Account, eventId: string): Promise<Finding> {
  const what = 'an event through API, bucket and ETL';
  try {
    for (let run = 1; run <= RUNS; run++) {
      const { isStored, more } = await invokeEtl(account, eventId);
      if (isStored) return { what };
      // Another run is at work, or a new object is not listed yet.
      if (!more) await account.wait();
    }
    return {
      what,
      problem: `the ETL ran, and event ${eventId} is not in the warehouse. Read its log: is the object in the bucket?`,
    };
  } catch (error) {
    return { what, problem: `${messageOf(error)}. Read the log of SBW_Lamda_ETL.` };
  }
}

async function invokeEtl({ aws, suffix }: Account, eventId: string): Promise<Run> {
  const folder = await mkdtemp(join(tmpdir(), 'clickstream-verify-'));
  const [question, answered] = [join(folder, 'question.json'), join(folder, 'answer.json')];
  try {
    await writeFile(question, JSON.stringify({ eventId }));
    // The two versions of the CLI read a payload differently, except for a file of bytes.
    const payload = ['--payload', `fileb://${question}`];
    const answer = (await aws(
      ...['lambda', 'invoke', '--function-name', `SBW_Lamda_ETL${suffix}`, ...payload, answered],
    )) as { FunctionError?: string };
    const text = await readFile(answered, 'utf8');
    if (answer.FunctionError) throw new Error(`The ETL failed: ${text.slice(0, 300)}`);
    return JSON.parse(text) as Run;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
